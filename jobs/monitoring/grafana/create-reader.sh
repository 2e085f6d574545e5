# Read by the MySQL image when it makes a new database: a user for Grafana that may read the audit's tables, no more.
# With a database that exists, run the two statements by hand.
docker_process_sql <<SQL
CREATE USER IF NOT EXISTS 'greenaudit_reader'@'%' IDENTIFIED BY '$(sed "s/[\\\\']/\\\\&/g" /run/secrets/grafana_db_password)';
GRANT SELECT ON greenaudit.* TO 'greenaudit_reader'@'%';
SQL
