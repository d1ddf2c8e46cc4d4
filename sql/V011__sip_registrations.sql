-- What the SIP core tells of the devices that are registered, and what it has to be told of sessions
-- that ended.

-- One row a contact. The core writes it when a device registers, again when it refreshes and once more
-- when it is gone; expires_at and the core's sign of life say whether a row that is not gone is true.
-- credential is what the device signed in with: a device's auth_user, or the row of the browser's
-- session (SPRING_SESSION.PRIMARY_ID).
CREATE TABLE sip_registration (
  ruid       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  core       VARCHAR(64)  NOT NULL,
  sip_user   VARCHAR(64)  NOT NULL,
  credential VARCHAR(80)  NOT NULL,
  device     VARCHAR(255) NULL,
  user_agent VARCHAR(255) NULL,
  transport  VARCHAR(8)   NULL,
  source_ip  VARCHAR(45)  NULL,
  since      DATETIME(6)  NOT NULL,
  seen_at    DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  gone_at    DATETIME(6)  NULL,
  INDEX ix_sip_registration_credential (credential, seen_at),
  INDEX ix_sip_registration_user (sip_user),
  INDEX ix_sip_registration_seen (seen_at),
  INDEX ix_sip_registration_core (core, gone_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Each core's sign of life: what it wrote is true only as long as it lives.
CREATE TABLE sip_core (
  name     VARCHAR(64) NOT NULL PRIMARY KEY,
  alive_at DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Sessions that were ended before their time; the core polls by ended_at. Kept as long as a credential
-- that was issued for one could live.
CREATE TABLE ended_session (
  session_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  account_id BIGINT      NOT NULL,
  ended_at   DATETIME(6) NOT NULL,
  INDEX ix_ended_session_ended (ended_at, session_id),
  CONSTRAINT fk_ended_session_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE VIEW kamailio_ended_session AS
SELECT e.session_id, a.sip_user, e.ended_at
FROM ended_session e JOIN account a ON a.id = e.account_id;
