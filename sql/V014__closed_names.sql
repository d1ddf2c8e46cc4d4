-- The names of closed accounts, as what only the copy's secrets can compare: nobody gets them again, and what
-- the journal still tells of them stays with the account that is closed.
CREATE TABLE closed_name (
  name_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  INDEX ix_closed_name_account (account_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Lines of the log are found by the account too, whose names are not shown once it is closed.
ALTER TABLE audit
  ADD INDEX ix_audit_actor_id (actor_id, id),
  ADD INDEX ix_audit_subject_id (subject_id, id);
