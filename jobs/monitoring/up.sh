#!/bin/sh
# MySQL, the audit of the sample, Prometheus, Pushgateway and Grafana by one command. Options of `docker compose up` may
# follow:
#
#   sh jobs/monitoring/up.sh --detach
#
# Passwords that are missing are made, in files that are not in git; those that are there stay as they are.
set -eu
cd "$(dirname "$0")/../.."

mkdir -p jobs/secrets
# Also a folder that was there; before any file in it is opened to all.
chmod 700 jobs/secrets
for name in mysql_root_password greenaudit_db_password grafana_admin_password grafana_db_password; do
  if [ ! -s "jobs/secrets/$name" ]; then
    od -An -tx1 -N16 /dev/urandom | tr -d ' \n' > "jobs/secrets/$name"
  fi
  # A container sees a file with the mode it has here, and reads it as a user of its own: these four are readable to
  # all, in a folder that nobody else may enter.
  chmod 644 "jobs/secrets/$name"
done
chmod -R a+rX jobs/monitoring

exec docker compose -f jobs/compose.yaml -f jobs/monitoring/compose.monitoring.yaml up --build "$@"
