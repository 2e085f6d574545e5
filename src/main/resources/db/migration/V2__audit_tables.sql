-- Runs and what they found. The same statements run on H2 and on MySQL 8 / MariaDB. They differ in the types of a point
-- in time and of long bytes, and in what follows a table: utf8mb4 with bytewise comparison on MySQL. Money is yuan. Times
-- are UTC. No foreign keys: rows of a run are written and deleted by partition, and a run is never changed once it is
-- completed. No database rolls DDL back, so that a program killed here must be able to begin again: every statement
-- says IF NOT EXISTS, and indexes stand inside their tables (unique ones, which both databases know there).

-- One run of a job for an audit date. run_no counts the runs of a job and audit date from 1.
CREATE TABLE IF NOT EXISTS audit_run (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job_name VARCHAR(40) NOT NULL,
    audit_date DATE NOT NULL,
    run_no INT NOT NULL,
    window_from DATE NOT NULL,
    window_to DATE NOT NULL,
    run_status VARCHAR(12) NOT NULL,
    started_at ${instant} NOT NULL,
    ended_at ${instant},
    catalog_fingerprint VARCHAR(64) NOT NULL,
    settings_digest VARCHAR(64) NOT NULL,
    CONSTRAINT audit_run_number UNIQUE (job_name, audit_date, run_no)
)${table_options};

-- One row per job: whoever holds its lock may run the job.
CREATE TABLE IF NOT EXISTS audit_lock (
    job_name VARCHAR(40) NOT NULL PRIMARY KEY
)${table_options};

-- Who holds the lock of a job. Written by the transaction that locks, read before it is committed by those who are turned
-- away, and never committed: it goes with the lock.
CREATE TABLE IF NOT EXISTS audit_holder (
    job_name VARCHAR(40) NOT NULL PRIMARY KEY,
    host_name VARCHAR(255) NOT NULL,
    process_id BIGINT NOT NULL,
    since ${instant} NOT NULL
)${table_options};

-- The sources of a run as they were when it was prepared.
CREATE TABLE IF NOT EXISTS audit_source (
    run_id BIGINT NOT NULL,
    source_no INT NOT NULL,
    source_name VARCHAR(255) NOT NULL,
    byte_count BIGINT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    charset_name VARCHAR(40) NOT NULL,
    row_count BIGINT NOT NULL,
    PRIMARY KEY (run_id, source_no)
)${table_options};

-- Rows to reject because an earlier row carries the same record id.
CREATE TABLE IF NOT EXISTS audit_duplicate (
    run_id BIGINT NOT NULL,
    source_no INT NOT NULL,
    line_no BIGINT NOT NULL,
    first_source VARCHAR(255) NOT NULL,
    first_line BIGINT NOT NULL,
    PRIMARY KEY (run_id, source_no, line_no)
)${table_options};

-- The partitions: the unit of restart. Those of a table say by keys which rows are theirs (after_key is empty for the
-- first), and from_byte and to_byte count rows. counts_data is the partition's counts in the program's own packed form;
-- the counts of the whole run are the rows of audit_count and audit_tally.
CREATE TABLE IF NOT EXISTS audit_partition (
    run_id BIGINT NOT NULL,
    partition_no INT NOT NULL,
    source_no INT NOT NULL,
    from_byte BIGINT NOT NULL,
    to_byte BIGINT NOT NULL,
    first_line BIGINT NOT NULL,
    partition_status VARCHAR(8) NOT NULL,
    row_count BIGINT NOT NULL,
    after_key VARCHAR(768),
    up_to_key VARCHAR(768),
    key_checksum BIGINT DEFAULT 0 NOT NULL,
    counts_data ${bytes},
    PRIMARY KEY (run_id, partition_no)
)${table_options};

-- Counts of a run by kind: line (key_a = outcome), advisory (of these, buyers only encouraged), rejected (reason), outside (list, reason), body (body, list,
-- key_no = defect), warning (warning id).
CREATE TABLE IF NOT EXISTS audit_count (
    run_id BIGINT NOT NULL,
    seq_no INT NOT NULL,
    count_kind VARCHAR(12) NOT NULL,
    key_a VARCHAR(200) NOT NULL,
    key_b VARCHAR(60) NOT NULL,
    key_no INT NOT NULL,
    line_count BIGINT NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (run_id, seq_no)
)${table_options};

-- Verdicts of a run at the finest grain at which they are counted.
CREATE TABLE IF NOT EXISTS audit_tally (
    run_id BIGINT NOT NULL,
    seq_no INT NOT NULL,
    list_id VARCHAR(32) NOT NULL,
    entry_id VARCHAR(40) NOT NULL,
    region_code VARCHAR(32) NOT NULL,
    region_name VARCHAR(100) NOT NULL,
    buyer_code VARCHAR(64) NOT NULL,
    buyer_name VARCHAR(200) NOT NULL,
    duty VARCHAR(10) NOT NULL,
    outcome VARCHAR(16) NOT NULL,
    rule_code VARCHAR(60) NOT NULL,
    declared BOOLEAN NOT NULL,
    line_count BIGINT NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (run_id, seq_no),
    CONSTRAINT audit_tally_outcome UNIQUE (run_id, outcome, seq_no)
)${table_options};

-- Stored verdicts. sort_key is the UTF-8 bytes of region, buyer code, buyer name, record and list, so that the order
-- is the same on every database. seq_no counts in the partition, in source order.
CREATE TABLE IF NOT EXISTS audit_verdict (
    run_id BIGINT NOT NULL,
    partition_no INT NOT NULL,
    seq_no BIGINT NOT NULL,
    sort_key VARBINARY(1000) NOT NULL,
    source_no INT NOT NULL,
    source_name VARCHAR(255) NOT NULL,
    line_no BIGINT NOT NULL,
    record_id VARCHAR(200) NOT NULL,
    region_code VARCHAR(32) NOT NULL,
    region_name VARCHAR(100) NOT NULL,
    buyer_code VARCHAR(64) NOT NULL,
    buyer_name VARCHAR(200) NOT NULL,
    buyer_type VARCHAR(20) NOT NULL,
    contract_no VARCHAR(100) NOT NULL,
    contract_date DATE NOT NULL,
    supplier_name VARCHAR(200) NOT NULL,
    category_code VARCHAR(20) NOT NULL,
    category_scheme VARCHAR(8) NOT NULL,
    category_name VARCHAR(200) NOT NULL,
    item_name VARCHAR(500) NOT NULL,
    brand VARCHAR(200) NOT NULL,
    model VARCHAR(500) NOT NULL,
    quantity VARCHAR(40) NOT NULL,
    unit_name VARCHAR(40) NOT NULL,
    unit_price VARCHAR(40) NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    list_id VARCHAR(32) NOT NULL,
    entry_id VARCHAR(40) NOT NULL,
    duty VARCHAR(10) NOT NULL,
    match_basis VARCHAR(20) NOT NULL,
    outcome VARCHAR(16) NOT NULL,
    rule_code VARCHAR(8) NOT NULL,
    other_rules VARCHAR(100) NOT NULL,
    question VARCHAR(60) NOT NULL,
    message_text VARCHAR(2000) NOT NULL,
    expected_text VARCHAR(2000) NOT NULL,
    found_text VARCHAR(2000) NOT NULL,
    certificate_no VARCHAR(200) NOT NULL,
    evidence VARCHAR(12) NOT NULL,
    clauses VARCHAR(400) NOT NULL,
    warnings VARCHAR(4000) NOT NULL,
    first_seen DATE NOT NULL,
    is_new BOOLEAN NOT NULL,
    PRIMARY KEY (run_id, partition_no, seq_no),
    CONSTRAINT audit_verdict_order UNIQUE (run_id, outcome, sort_key, partition_no, seq_no),
    CONSTRAINT audit_verdict_record UNIQUE (run_id, record_id, partition_no, seq_no)
)${table_options};

-- Rows that could not be read; seq_no counts in the partition, in source order.
CREATE TABLE IF NOT EXISTS audit_rejection (
    run_id BIGINT NOT NULL,
    partition_no INT NOT NULL,
    seq_no BIGINT NOT NULL,
    source_no INT NOT NULL,
    source_name VARCHAR(255) NOT NULL,
    line_no BIGINT NOT NULL,
    reason VARCHAR(30) NOT NULL,
    column_name VARCHAR(40) NOT NULL,
    cell_value VARCHAR(200) NOT NULL,
    detail_text VARCHAR(2000) NOT NULL,
    raw_row VARCHAR(2000) NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (run_id, partition_no, seq_no)
)${table_options};

-- The assessment of buying units, worst first.
CREATE TABLE IF NOT EXISTS audit_unit (
    run_id BIGINT NOT NULL,
    seq_no INT NOT NULL,
    region_code VARCHAR(32) NOT NULL,
    region_name VARCHAR(100) NOT NULL,
    buyer_code VARCHAR(64) NOT NULL,
    buyer_name VARCHAR(200) NOT NULL,
    repeat_violations BIGINT NOT NULL,
    oldest_open_days BIGINT,
    score DECIMAL(5, 1),
    grade VARCHAR(1),
    PRIMARY KEY (run_id, seq_no)
)${table_options};

-- The counts behind a unit's row: count_name is the part (in-scope, mandatory, …), list_id its list or empty.
CREATE TABLE IF NOT EXISTS audit_unit_count (
    run_id BIGINT NOT NULL,
    seq_no INT NOT NULL,
    count_name VARCHAR(24) NOT NULL,
    list_id VARCHAR(32) NOT NULL,
    line_count BIGINT NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (run_id, seq_no, count_name, list_id)
)${table_options};

-- Certification bodies by list; defect 0 counts the certificates looked at, 1 to 7 those with that defect.
CREATE TABLE IF NOT EXISTS audit_body (
    run_id BIGINT NOT NULL,
    seq_no INT NOT NULL,
    defect INT NOT NULL,
    body_name VARCHAR(200) NOT NULL,
    list_id VARCHAR(32) NOT NULL,
    line_count BIGINT NOT NULL,
    amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (run_id, seq_no, defect)
)${table_options};

-- Totals of a run and what changed since the previous completed run of the job (empty when there was none).
CREATE TABLE IF NOT EXISTS audit_summary (
    run_id BIGINT NOT NULL PRIMARY KEY,
    read_lines BIGINT NOT NULL,
    read_amount DECIMAL(20, 2) NOT NULL,
    previous_run VARCHAR(80),
    new_violations BIGINT NOT NULL,
    resolved_violations BIGINT NOT NULL
)${table_options};
