-- The portal's schema. It runs unchanged on MySQL 9 and on MariaDB 10.11: no collation, index form or
-- default that only one of them knows. Every time is UTC with microseconds.

-- People. A row is never removed: a deleted account stays as a tombstone, so that the SIP core, which
-- polls by updated_at, learns of the deletion and the history of others keeps pointing at somebody.
CREATE TABLE account (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username        VARCHAR(64)  NOT NULL,
  sip_user        VARCHAR(64)  NOT NULL,
  display_name    VARCHAR(120) NOT NULL,
  email           VARCHAR(254) NULL,
  password_hash   VARCHAR(255) NULL,
  role            VARCHAR(16)  NOT NULL,
  status          VARCHAR(16)  NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  updated_at      DATETIME(6)  NOT NULL,
  last_sign_in_at DATETIME(6)  NULL,
  version         INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_account_username UNIQUE (username),
  CONSTRAINT uq_account_sip_user UNIQUE (sip_user),
  INDEX ix_account_updated (updated_at),
  INDEX ix_account_name (display_name, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Desk phones and softphones. ha1 = MD5(auth_user:domain:password), RFC 7616 section 3.4.2.
CREATE TABLE sip_device (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT       NOT NULL,
  label      VARCHAR(80)  NOT NULL,
  auth_user  VARCHAR(80)  NOT NULL,
  ha1        CHAR(32)     NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  revoked_at DATETIME(6)  NULL,
  updated_at DATETIME(6)  NOT NULL,
  CONSTRAINT uq_sip_device_auth_user UNIQUE (auth_user),
  INDEX ix_sip_device_account (account_id, id),
  INDEX ix_sip_device_updated (updated_at),
  CONSTRAINT fk_sip_device_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Failed guesses, counted in the database so that every portal node sees them.
CREATE TABLE sign_in_attempt (
  attempt_key  VARCHAR(160) NOT NULL PRIMARY KEY,
  failures     INT          NOT NULL,
  window_start DATETIME(6)  NOT NULL,
  INDEX ix_sign_in_attempt_window (window_start)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What the SIP core saw, appended by Kamailio alone. event_key makes a repeated insert harmless.
CREATE TABLE journal (
  id           BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_key    VARBINARY(400) NOT NULL,
  kind         VARCHAR(32)    NOT NULL,
  occurred_at  DATETIME(6)    NOT NULL,
  written_at   DATETIME(6)    NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  call_id      VARCHAR(255)   NULL,
  message_id   VARCHAR(128)   NULL,
  from_user    VARCHAR(64)    NULL,
  to_user      VARCHAR(64)    NULL,
  from_uri     VARCHAR(255)   NULL,
  to_uri       VARCHAR(255)   NULL,
  code         SMALLINT       NULL,
  reason       VARCHAR(255)   NULL,
  detail       VARCHAR(255)   NULL,
  media        VARCHAR(32)    NULL,
  device       VARCHAR(255)   NULL,
  user_agent   VARCHAR(255)   NULL,
  transport    VARCHAR(8)     NULL,
  source_ip    VARCHAR(45)    NULL,
  content_type VARCHAR(100)   NULL,
  body         MEDIUMBLOB     NULL,
  CONSTRAINT uq_journal_event UNIQUE (event_key),
  INDEX ix_journal_occurred (occurred_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- How far each projection has read. It moves in the transaction that writes what was read.
CREATE TABLE journal_cursor (
  name       VARCHAR(32) NOT NULL PRIMARY KEY,
  position   BIGINT      NOT NULL,
  updated_at DATETIME(6) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
INSERT INTO journal_cursor (name, position, updated_at) VALUES ('spine', 0, UTC_TIMESTAMP(6));

-- Call detail records: one row a call, whoever took part.
CREATE TABLE call_record (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id         VARCHAR(255) NOT NULL,
  caller_user     VARCHAR(64)  NOT NULL,
  callee_user     VARCHAR(64)  NOT NULL,
  caller_id       BIGINT       NULL,
  callee_id       BIGINT       NULL,
  dialled_uri     VARCHAR(255) NULL,
  media           VARCHAR(32)  NULL,
  state           VARCHAR(16)  NOT NULL,
  code            SMALLINT     NULL,
  reason          VARCHAR(255) NULL,
  ended_by        VARCHAR(16)  NULL,
  caller_device   VARCHAR(255) NULL,
  answered_device VARCHAR(255) NULL,
  started_at      DATETIME(6)  NOT NULL,
  ringing_at      DATETIME(6)  NULL,
  answered_at     DATETIME(6)  NULL,
  ended_at        DATETIME(6)  NULL,
  CONSTRAINT uq_call_record_call UNIQUE (call_id),
  INDEX ix_call_record_started (started_at, id),
  CONSTRAINT fk_call_record_caller FOREIGN KEY (caller_id) REFERENCES account (id),
  CONSTRAINT fk_call_record_callee FOREIGN KEY (callee_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One person's view of a call; what the history page pages through by (started_at, id).
CREATE TABLE call_log (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id     BIGINT       NOT NULL,
  call_record_id BIGINT       NOT NULL,
  kind           VARCHAR(16)  NOT NULL,
  peer_user      VARCHAR(64)  NOT NULL,
  peer_id        BIGINT       NULL,
  started_at     DATETIME(6)  NOT NULL,
  seen           BOOLEAN      NOT NULL DEFAULT FALSE,
  CONSTRAINT uq_call_log_record UNIQUE (call_record_id, account_id, kind),
  INDEX ix_call_log_time (account_id, started_at, id),
  INDEX ix_call_log_kind (account_id, kind, started_at, id),
  INDEX ix_call_log_peer (account_id, peer_user, started_at, id),
  INDEX ix_call_log_unseen (account_id, seen, kind),
  CONSTRAINT fk_call_log_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_call_log_record FOREIGN KEY (call_record_id) REFERENCES call_record (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- One conversation for each pair of people; low_id < high_id, or equal for notes to oneself.
CREATE TABLE conversation (
  id      BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  low_id  BIGINT NOT NULL,
  high_id BIGINT NOT NULL,
  CONSTRAINT uq_conversation_pair UNIQUE (low_id, high_id),
  CONSTRAINT fk_conversation_low FOREIGN KEY (low_id) REFERENCES account (id),
  CONSTRAINT fk_conversation_high FOREIGN KEY (high_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE message (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  conversation_id BIGINT       NOT NULL,
  sender_id       BIGINT       NOT NULL,
  recipient_id    BIGINT       NOT NULL,
  message_uid     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content_type    VARCHAR(100) NOT NULL,
  body            MEDIUMTEXT   NOT NULL,
  sent_at         DATETIME(6)  NOT NULL,
  delivered_at    DATETIME(6)  NULL,
  read_at         DATETIME(6)  NULL,
  CONSTRAINT uq_message_uid UNIQUE (sender_id, message_uid),
  INDEX ix_message_conversation (conversation_id, id),
  INDEX ix_message_pending (recipient_id, delivered_at, id),
  INDEX ix_message_unread (conversation_id, recipient_id, read_at, id),
  CONSTRAINT fk_message_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (id),
  CONSTRAINT fk_message_sender FOREIGN KEY (sender_id) REFERENCES account (id),
  CONSTRAINT fk_message_recipient FOREIGN KEY (recipient_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- A person's side of a conversation: what the list shows without touching the messages.
CREATE TABLE participant (
  account_id      BIGINT      NOT NULL,
  conversation_id BIGINT      NOT NULL,
  peer_id         BIGINT      NOT NULL,
  last_message_id BIGINT      NULL,
  last_at         DATETIME(6) NOT NULL,
  read_up_to      BIGINT      NOT NULL DEFAULT 0,
  unread          INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, conversation_id),
  INDEX ix_participant_recent (account_id, last_at, conversation_id),
  CONSTRAINT fk_participant_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_participant_peer FOREIGN KEY (peer_id) REFERENCES account (id),
  CONSTRAINT fk_participant_conversation FOREIGN KEY (conversation_id) REFERENCES conversation (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What open browsers are told. Every node tails it, so it does not matter which node wrote a row.
CREATE TABLE push_event (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id BIGINT      NOT NULL,
  type       VARCHAR(24) NOT NULL,
  payload    TEXT        NOT NULL,
  created_at DATETIME(6) NOT NULL,
  INDEX ix_push_event_account (account_id, id),
  INDEX ix_push_event_created (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Spring Session's own tables (its documentation names their columns).
CREATE TABLE SPRING_SESSION (
  PRIMARY_ID            CHAR(36)     NOT NULL PRIMARY KEY,
  SESSION_ID            CHAR(36)     NOT NULL,
  CREATION_TIME         BIGINT       NOT NULL,
  LAST_ACCESS_TIME      BIGINT       NOT NULL,
  MAX_INACTIVE_INTERVAL INT          NOT NULL,
  EXPIRY_TIME           BIGINT       NOT NULL,
  PRINCIPAL_NAME        VARCHAR(100) NULL,
  CONSTRAINT uq_spring_session_id UNIQUE (SESSION_ID),
  INDEX ix_spring_session_expiry (EXPIRY_TIME),
  INDEX ix_spring_session_principal (PRINCIPAL_NAME)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID CHAR(36)     NOT NULL,
  ATTRIBUTE_NAME     VARCHAR(200) NOT NULL,
  ATTRIBUTE_BYTES    MEDIUMBLOB   NOT NULL,
  PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  CONSTRAINT fk_spring_session_attributes FOREIGN KEY (SESSION_PRIMARY_ID)
    REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The views below are all of the portal's data that the SIP core may see.

-- Everybody there is or was; polled by updated_at, so a disabled account is out within seconds.
CREATE VIEW kamailio_account AS
SELECT sip_user, CASE WHEN status = 'ACTIVE' THEN 1 ELSE 0 END AS enabled, updated_at
FROM account;

-- What a desk phone signs in with. A revoked device stays visible as not enabled.
CREATE VIEW kamailio_device AS
SELECT d.auth_user, d.ha1, a.sip_user,
       CASE WHEN d.revoked_at IS NULL AND a.status = 'ACTIVE' THEN 1 ELSE 0 END AS enabled,
       d.updated_at
FROM sip_device d JOIN account a ON a.id = d.account_id;

-- Messages nobody's device has taken yet, for redelivery when a SIP device registers.
CREATE VIEW kamailio_pending_message AS
SELECT m.id, r.sip_user AS to_user, s.sip_user AS from_user, s.display_name AS from_name,
       m.message_uid AS message_id, m.content_type, m.body, m.sent_at
FROM message m JOIN account r ON r.id = m.recipient_id JOIN account s ON s.id = m.sender_id
WHERE m.delivered_at IS NULL;
