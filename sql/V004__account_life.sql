-- What an account needs to live by itself: confirmed addresses, one-time links, a secret question, and
-- the SIP names it used to have.

ALTER TABLE account
  ADD COLUMN email_verified_at DATETIME(6) NULL,
  -- One confirmed address belongs to one person; unconfirmed ones may be anybody's claim.
  ADD COLUMN verified_email VARCHAR(254)
    GENERATED ALWAYS AS (CASE WHEN email_verified_at IS NULL THEN NULL ELSE email END) STORED,
  ADD INDEX ix_account_status (status, created_at);

-- Until now administrators gave people their addresses. Where two have the same, the first keeps it.
UPDATE account a
  JOIN (SELECT MIN(id) AS id FROM account WHERE email IS NOT NULL AND email <> '' GROUP BY email) f
    ON f.id = a.id
  SET a.email_verified_at = a.created_at;

ALTER TABLE account ADD CONSTRAINT uq_account_verified_email UNIQUE (verified_email);

-- Links sent by mail. Only the hash of what stands in a link is kept; one that was used stays until it
-- would have expired, so that its owner can be told.
CREATE TABLE one_time_link (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32)    NOT NULL,
  purpose    VARCHAR(32)   NOT NULL,
  account_id BIGINT        NULL,
  detail     VARCHAR(1000) NULL,
  created_at DATETIME(6)   NOT NULL,
  expires_at DATETIME(6)   NOT NULL,
  used_at    DATETIME(6)   NULL,
  CONSTRAINT uq_one_time_link_token UNIQUE (token_hash),
  INDEX ix_one_time_link_account (account_id, purpose, id),
  INDEX ix_one_time_link_expires (expires_at),
  CONSTRAINT fk_one_time_link_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE secret_question (
  account_id  BIGINT       NOT NULL PRIMARY KEY,
  question    VARCHAR(200) NOT NULL,
  answer_hash VARCHAR(255) NOT NULL,
  updated_at  DATETIME(6)  NOT NULL,
  CONSTRAINT fk_secret_question_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- SIP names that people had before. They stay theirs, so that nobody is taken for somebody else; they
-- ring until rings_until.
CREATE TABLE former_name (
  sip_user    VARCHAR(64) NOT NULL PRIMARY KEY,
  account_id  BIGINT      NOT NULL,
  rings_until DATETIME(6) NOT NULL,
  updated_at  DATETIME(6) NOT NULL,
  INDEX ix_former_name_account (account_id),
  INDEX ix_former_name_updated (updated_at),
  CONSTRAINT fk_former_name_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- For the SIP core: whose name it is now, and until when (in Unix seconds) it rings there.
CREATE VIEW kamailio_former_name AS
SELECT f.sip_user AS former, a.sip_user,
       TIMESTAMPDIFF(SECOND, '1970-01-01', f.rings_until) AS rings_until, f.updated_at
FROM former_name f JOIN account a ON a.id = f.account_id;
