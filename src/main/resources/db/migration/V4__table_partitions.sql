-- Partitions of a table: from_byte and to_byte count rows, the keys say which rows. after_key is empty for the first.
ALTER TABLE audit_partition ADD COLUMN after_key VARCHAR(768);
ALTER TABLE audit_partition ADD COLUMN up_to_key VARCHAR(768);
ALTER TABLE audit_partition ADD COLUMN key_checksum BIGINT DEFAULT 0 NOT NULL;
