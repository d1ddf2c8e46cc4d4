-- Words by which people are found: those of their names and addresses, and, beginning with a number
-- sign, their status and role. A search is a range of the primary key, in which people stand by name;
-- so a page costs the same among ten people and among a hundred thousand, on both databases.
-- Words are folded by the portal (small letters, no accents), so they are compared as bytes.
CREATE TABLE account_term (
  account_id BIGINT NOT NULL,
  term       VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  sort_name  VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (term, sort_name, account_id),
  INDEX ix_account_term_account (account_id, term),
  CONSTRAINT fk_account_term_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

DROP INDEX ix_account_status_name ON account;
