# Read by the MySQL image when it makes a new database: a user for Grafana that may read the audit's tables, no more.
# With a database that exists, run the two statements by hand.
reader_password=$(sed 's/[\\'"'"']/\\&/g' "${GREENAUDIT_READER_PASSWORD_FILE:-/run/secrets/grafana_db_password}")
docker_process_sql <<SQL
CREATE USER IF NOT EXISTS 'greenaudit_reader'@'%' IDENTIFIED BY '${reader_password}';
GRANT SELECT ON \`${MYSQL_DATABASE:-greenaudit}\`.* TO 'greenaudit_reader'@'%';
SQL
unset reader_password
