-- Who holds the lock of a job: written when it is taken, read by those who are turned away. Left behind by a process that
-- died, and then of no meaning: the lock itself is the row of audit_lock. Times are UTC.
CREATE TABLE audit_holder (
    job_name VARCHAR(40) NOT NULL PRIMARY KEY,
    host_name VARCHAR(255) NOT NULL,
    process_id BIGINT NOT NULL,
    since ${instant} NOT NULL
)${table_options};
