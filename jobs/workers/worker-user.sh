#!/bin/sh
# Makes the database user of workers, with the rights that they need and no others (src/docs/workers.md), or gives the one
# that is there a new password. Rights can be given when the manager has made the tables: until then, and whatever else the
# server refuses, it tries again every five seconds.
#
# Reads the password from GREENAUDIT_WORKER_PASSWORD_FILE, and connects as root to MYSQL_HOST by MYSQL_ROOT_PASSWORD_FILE.
set -eu
password=$(cat "${GREENAUDIT_WORKER_PASSWORD_FILE:-/run/secrets/worker_db_password}")
case $password in
  '' | *[!0-9A-Za-z]*)
    echo "the password of greenaudit_worker is to be letters and digits" >&2
    exit 1
    ;;
esac
MYSQL_PWD=$(cat "${MYSQL_ROOT_PASSWORD_FILE:-/run/secrets/mysql_root_password}")
export MYSQL_PWD
until mysql --host="${MYSQL_HOST:-mysql}" --user=root --ssl-mode=REQUIRED <<SQL
CREATE USER IF NOT EXISTS 'greenaudit_worker'@'%' IDENTIFIED BY '$password';
ALTER USER 'greenaudit_worker'@'%' IDENTIFIED BY '$password' REQUIRE SSL;
GRANT SELECT ON greenaudit.audit_database TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.audit_run TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.audit_source TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.audit_duplicate TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.audit_decision TO 'greenaudit_worker'@'%';
GRANT SELECT, UPDATE ON greenaudit.audit_partition TO 'greenaudit_worker'@'%';
GRANT SELECT, INSERT, DELETE ON greenaudit.audit_verdict TO 'greenaudit_worker'@'%';
GRANT SELECT, INSERT, DELETE ON greenaudit.audit_rejection TO 'greenaudit_worker'@'%';
GRANT SELECT, INSERT, DELETE ON greenaudit.audit_decision_use TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.BATCH_JOB_INSTANCE TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.BATCH_JOB_EXECUTION TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.BATCH_JOB_EXECUTION_PARAMS TO 'greenaudit_worker'@'%';
GRANT SELECT ON greenaudit.BATCH_JOB_EXECUTION_CONTEXT TO 'greenaudit_worker'@'%';
GRANT SELECT, UPDATE ON greenaudit.BATCH_STEP_EXECUTION TO 'greenaudit_worker'@'%';
GRANT SELECT, UPDATE ON greenaudit.BATCH_STEP_EXECUTION_CONTEXT TO 'greenaudit_worker'@'%';
SQL
do
  sleep 5
done
