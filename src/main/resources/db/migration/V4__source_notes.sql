-- What a reader must know of how the sources of a run were read, in the order in which it is told.
CREATE TABLE IF NOT EXISTS audit_note (
    run_id BIGINT NOT NULL,
    seq_no INT NOT NULL,
    grave BOOLEAN NOT NULL,
    note VARCHAR(2000) NOT NULL,
    PRIMARY KEY (run_id, seq_no)
)${table_options};
