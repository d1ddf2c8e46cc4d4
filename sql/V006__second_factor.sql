-- The second thing to show when signing in: a code that an app makes from a shared secret (RFC 6238).
-- The secret is encrypted with a key that lies outside the database. last_step is the newest 30 seconds
-- whose code was taken: no code is taken twice.
CREATE TABLE second_factor (
  account_id   BIGINT         NOT NULL PRIMARY KEY,
  secret       VARBINARY(128) NOT NULL,
  last_step    BIGINT         NOT NULL DEFAULT 0,
  created_at   DATETIME(6)    NOT NULL,
  confirmed_at DATETIME(6)    NULL,
  CONSTRAINT fk_second_factor_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- For whoever has lost the app: each works once, and only its hash is kept.
CREATE TABLE recovery_code (
  account_id BIGINT      NOT NULL,
  code_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  used_at    DATETIME(6) NULL,
  PRIMARY KEY (account_id, code_hash),
  CONSTRAINT fk_recovery_code_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Browsers that need not show it for a while.
CREATE TABLE remembered_browser (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id   BIGINT       NOT NULL,
  token_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  browser      VARCHAR(160) NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  last_used_at DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  CONSTRAINT uq_remembered_browser_token UNIQUE (token_hash),
  INDEX ix_remembered_browser_account (account_id, id),
  INDEX ix_remembered_browser_expires (expires_at),
  CONSTRAINT fk_remembered_browser_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Accounts of which an administrator demands it.
CREATE TABLE factor_demand (
  account_id BIGINT      NOT NULL PRIMARY KEY,
  since      DATETIME(6) NOT NULL,
  CONSTRAINT fk_factor_demand_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
