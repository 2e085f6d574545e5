-- Whoever decides about findings of a job locks its row, so that of two who decide at once the second one sees what the
-- first one did. The same rules as for migration 2.
CREATE TABLE IF NOT EXISTS audit_decision_turn (
    job_name VARCHAR(40) NOT NULL PRIMARY KEY
)${table_options};
