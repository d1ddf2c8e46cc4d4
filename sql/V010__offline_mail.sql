-- Mail to people who were not there, and how an account is found by an address that is not confirmed yet.

ALTER TABLE account
  -- After how many minutes an unread message is mailed: -1 never, NULL as the settings say.
  ADD COLUMN offline_mail_minutes INT NULL,
  ADD INDEX ix_account_email (email);

-- Messages that are mailed unless they are read in time. WAITING, MAILED (in a digest on its way), SENT,
-- FAILED (their senders are told).
CREATE TABLE offline_mail (
  message_id   BIGINT      NOT NULL PRIMARY KEY,
  recipient_id BIGINT      NOT NULL,
  due_at       DATETIME(6) NOT NULL,
  state        VARCHAR(8)  NOT NULL,
  digest       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  INDEX ix_offline_mail_due (state, due_at),
  INDEX ix_offline_mail_recipient (recipient_id, state, message_id),
  INDEX ix_offline_mail_digest (digest),
  CONSTRAINT fk_offline_mail_message FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Who has a page open, by node. A node that dies leaves rows behind, which count no longer than they are
-- renewed.
CREATE TABLE page_open (
  account_id BIGINT      NOT NULL,
  node       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seen_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, node),
  INDEX ix_page_open_seen (seen_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
