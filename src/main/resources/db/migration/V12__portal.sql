-- Who may see what through the pages, what they did there, and which nights the server has run. The same rules as for
-- migration 2.

-- An account of a person, or of a program that signs in with a token (is_token). secret_hash is bcrypt of a password, or the
-- SHA-256 of a token. region_prefix limits it to codes that begin so (empty = all), buyer_code to one unit (empty = all).
CREATE TABLE IF NOT EXISTS portal_account (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_name VARCHAR(60) NOT NULL,
    is_token BOOLEAN NOT NULL,
    secret_hash VARCHAR(100) NOT NULL,
    role_id VARCHAR(12) NOT NULL,
    region_prefix VARCHAR(12) NOT NULL,
    buyer_code VARCHAR(64) NOT NULL,
    must_change BOOLEAN NOT NULL,
    is_disabled BOOLEAN NOT NULL,
    failures INT NOT NULL,
    locked_until ${instant},
    CONSTRAINT portal_account_name UNIQUE (account_name)
)${table_options};

-- What was done through the pages: never changed and never deleted. subject is what it was done to.
CREATE TABLE IF NOT EXISTS portal_log (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    happened_at ${instant} NOT NULL,
    account_name VARCHAR(60) NOT NULL,
    address VARCHAR(60) NOT NULL,
    action_id VARCHAR(24) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    succeeded BOOLEAN NOT NULL
)${table_options};

-- Up to when the nights of a job have been run. Whoever runs one locks its row.
CREATE TABLE IF NOT EXISTS audit_night (
    job_name VARCHAR(40) NOT NULL PRIMARY KEY,
    run_up_to ${instant} NOT NULL
)${table_options};
