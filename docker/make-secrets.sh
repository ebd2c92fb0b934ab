#!/bin/sh
# Makes the secrets of docker-compose.yml once: passwords, the addresses that hold them, and the master key. Run it as root, from
# the root of the project. It never overwrites: a new master key would make every name in the database unreadable.
set -eu
umask 077
mkdir -p secrets
random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
keep() { [ -e "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; }

for role in postgres owner app queue; do keep "${role}_password" "$(random)"; done
keep database_url "postgres://posada_app:$(cat secrets/app_password)@postgres:5432/posada"
keep database_owner_url "postgres://posada_owner:$(cat secrets/owner_password)@postgres:5432/posada"
keep smtp_url "${SMTP_URL:-}"
keep master.key "$(head -c 32 /dev/urandom | base64)"

# The folder keeps others out. Inside, the containers' users read the files; the key is for the user of the processes alone.
chmod 700 secrets
chmod 444 secrets/*
chmod 400 secrets/master.key
chown 1000:1000 secrets/master.key
[ -s secrets/smtp_url ] || echo 'secrets/smtp_url is empty: write smtp://user:password@host:587 into it before the first start.'
echo 'Keep a copy of secrets/master.key where no backup of the database is.'
