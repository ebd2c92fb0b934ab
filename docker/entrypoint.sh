#!/bin/sh
# Reads what must not stand in the environment of a compose file: for NAME_FILE=/path, NAME becomes the content of the file.
set -eu
for name in DATABASE_URL DATABASE_OWNER_URL QUEUE_DATABASE_URL REDIS_URL SMTP_URL; do
  eval "file=\${${name}_FILE:-}"
  if [ -n "$file" ]; then
    value="$(cat "$file")"
    export "$name=$value"
  fi
done
exec "$@"
