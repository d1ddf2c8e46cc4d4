-- Mail on its way out: a row is written in the transaction that causes it, and taken by whichever node
-- comes first. The words are kept only as long as they have to be sent: links in them are secrets.
CREATE TABLE mail (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uid            CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind           VARCHAR(32)  NOT NULL,
  reference      VARCHAR(64)  NULL,
  recipient      VARCHAR(254) NOT NULL,
  recipient_name VARCHAR(120) NULL,
  subject        VARCHAR(255) NOT NULL,
  text_body      MEDIUMTEXT   NULL,
  html_body      MEDIUMTEXT   NULL,
  state          VARCHAR(16)  NOT NULL,
  tries          INT          NOT NULL DEFAULT 0,
  created_at     DATETIME(6)  NOT NULL,
  next_at        DATETIME(6)  NOT NULL,
  not_after      DATETIME(6)  NULL,
  claim          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  finished_at    DATETIME(6)  NULL,
  problem        VARCHAR(500) NULL,
  CONSTRAINT uq_mail_uid UNIQUE (uid),
  INDEX ix_mail_due (state, next_at, id),
  INDEX ix_mail_state (state, id),
  INDEX ix_mail_finished (state, finished_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
