-- What tells this database apart from every other one, in the ids of its runs. One row, which never changes; a copy of the
-- database takes it along.
CREATE TABLE IF NOT EXISTS audit_database (
    identity VARCHAR(12) NOT NULL PRIMARY KEY
)${table_options};

INSERT INTO audit_database (identity)
SELECT '${database_identity}' FROM DUAL WHERE NOT EXISTS (SELECT * FROM audit_database);
