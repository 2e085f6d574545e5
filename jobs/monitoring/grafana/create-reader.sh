# Read by the MySQL image when it makes a new database: a user for Grafana that may read the audit's tables, no more.
# On a database that exists, or with a new password, run it by hand; ../compose.monitoring.yaml has the command.
set -e
# The image reads a script into its own shell, or runs it where the mount makes it executable.
if ! declare -F docker_process_sql > /dev/null; then
  . docker-entrypoint.sh
  docker_setup_env mysqld
fi
reader_password=$(sed 's/[\\'"'"']/\\&/g' "${GREENAUDIT_READER_PASSWORD_FILE:-/run/secrets/grafana_db_password}")
if [ -z "$reader_password" ]; then
  echo "the password of greenaudit_reader is empty" >&2
  exit 1
fi
docker_process_sql <<SQL
CREATE USER IF NOT EXISTS 'greenaudit_reader'@'%' IDENTIFIED BY '${reader_password}';
ALTER USER 'greenaudit_reader'@'%' IDENTIFIED BY '${reader_password}';
GRANT SELECT ON \`${MYSQL_DATABASE:-greenaudit}\`.* TO 'greenaudit_reader'@'%';
SQL
unset reader_password
