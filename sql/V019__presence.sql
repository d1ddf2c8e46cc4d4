-- Who is there, as far as the SIP core sees: devices that are registered, calls that go on, browsers that
-- are idle. One row a person, written by the core alone; written_at is the database's clock, so whoever
-- follows the table compares no clocks. A row is true only as long as its core lives (sip_core).
CREATE TABLE sip_presence (
  sip_user   VARCHAR(64) NOT NULL PRIMARY KEY,
  core       VARCHAR(64) NOT NULL,
  word       VARCHAR(16) NOT NULL,
  since      DATETIME(6) NOT NULL,
  version    BIGINT      NOT NULL,
  written_at DATETIME(6) NOT NULL,
  INDEX ix_sip_presence_written (written_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What people say about themselves, and to whom: no row is everything as it is at first. circle_at moves
-- whenever somebody else may see them than before, updated_at with that and with every other change.
CREATE TABLE presence_choice (
  account_id   BIGINT      NOT NULL PRIMARY KEY,
  choice       VARCHAR(16) NOT NULL,
  choice_since DATETIME(6) NOT NULL,
  choice_until DATETIME(6) NULL,
  shown_to     VARCHAR(16) NOT NULL,
  away_minutes INT         NOT NULL,
  circle_at    DATETIME(6) NOT NULL,
  updated_at   DATETIME(6) NOT NULL,
  INDEX ix_presence_choice_updated (updated_at, account_id),
  INDEX ix_presence_choice_until (choice_until),
  CONSTRAINT fk_presence_choice_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- For desk phones that watch somebody, and for calls to whoever does not want to be disturbed.
CREATE VIEW kamailio_presence AS
SELECT a.sip_user, p.choice, COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01', p.choice_until), 0) AS choice_until,
       p.shown_to, CAST(p.circle_at AS CHAR) AS circle, p.updated_at
FROM presence_choice p JOIN account a ON a.id = p.account_id;
