-- What people decided about findings, and what that did to the lines of each run. The same rules as for migration 2.

-- A decision: never changed and never deleted, but for its withdrawal. It names a record under a list, or with is_product
-- every line of that brand and model. facts are the fingerprints of the facts that it was made on. Which of the columns
-- from entry_id to approval_no have a value follows from its kind.
CREATE TABLE IF NOT EXISTS audit_decision (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job_name VARCHAR(40) NOT NULL,
    record_id VARCHAR(200) NOT NULL,
    list_id VARCHAR(32) NOT NULL,
    is_product BOOLEAN NOT NULL,
    brand VARCHAR(200) NOT NULL,
    model VARCHAR(500) NOT NULL,
    facts VARCHAR(120) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    entry_id VARCHAR(40) NOT NULL,
    fact_kind VARCHAR(16) NOT NULL,
    fact_value VARCHAR(200) NOT NULL,
    certificate_no VARCHAR(200) NOT NULL,
    certificate_from DATE,
    certificate_to DATE,
    approval_no VARCHAR(200) NOT NULL,
    decided_by VARCHAR(100) NOT NULL,
    decided_on DATE NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    valid_until DATE,
    withdrawn_by VARCHAR(100),
    withdrawn_on DATE,
    withdrawn_reason VARCHAR(1000),
    CONSTRAINT audit_decision_job UNIQUE (job_name, id)
)${table_options};

-- What a decision did to a line of a run; seq_no counts in the partition, in source order. without and with are outcomes,
-- or outside; changed_facts are the headers of the facts that changed.
CREATE TABLE IF NOT EXISTS audit_decision_use (
    run_id BIGINT NOT NULL,
    partition_no INT NOT NULL,
    seq_no BIGINT NOT NULL,
    decision_id BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    source_name VARCHAR(255) NOT NULL,
    line_no BIGINT NOT NULL,
    record_id VARCHAR(200) NOT NULL,
    region_code VARCHAR(32) NOT NULL,
    list_id VARCHAR(32) NOT NULL,
    outcome_without VARCHAR(16) NOT NULL,
    outcome_with VARCHAR(16) NOT NULL,
    changed_facts VARCHAR(200) NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (run_id, partition_no, seq_no)
)${table_options};
