#!/bin/sh
# Runs once, when the database server is made: the roles of src/platform/database/roles.ts and what they need in the database.
# posada_owner owns the tables and migrates; posada_app owns nothing and is what the processes sign in as; posada_queue owns the
# queue's schema, for those who run the queue in PostgreSQL instead of Valkey.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v database="$POSTGRES_DB" \
  -v owner="$(cat /run/secrets/owner_password)" \
  -v app="$(cat /run/secrets/app_password)" \
  -v queue="$(cat /run/secrets/queue_password)" <<'SQL'
create role posada_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner';
create role posada_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create role posada_queue login nosuperuser nobypassrls nocreatedb nocreaterole password :'queue';
alter database :"database" owner to posada_owner;
create extension if not exists btree_gist;
revoke create on schema public from public;
grant create, usage on schema public to posada_owner;
create schema if not exists bullmq authorization posada_queue;
grant create on database :"database" to posada_queue;
SQL
