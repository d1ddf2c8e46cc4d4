-- The SIP core's own tables, in database parley_sip. Kamailio dictates names and columns; it checks the
-- versions below when it starts. Presence is kept in memory (sip/kamailio/modules.cfg says why), so
-- registrations of UDP devices are all there is. Safe to run again.

CREATE TABLE IF NOT EXISTS version (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  table_name    VARCHAR(32)  NOT NULL,
  table_version INT UNSIGNED NOT NULL DEFAULT 0,
  CONSTRAINT uq_version_table UNIQUE (table_name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS location (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ruid          VARCHAR(64)  NOT NULL DEFAULT '',
  username      VARCHAR(64)  NOT NULL DEFAULT '',
  domain        VARCHAR(64)  NULL,
  contact       VARCHAR(512) NOT NULL DEFAULT '',
  received      VARCHAR(128) NULL,
  path          VARCHAR(512) NULL,
  expires       DATETIME     NOT NULL DEFAULT '2030-05-28 21:32:15',
  q             FLOAT        NOT NULL DEFAULT 1.0,
  callid        VARCHAR(255) NOT NULL DEFAULT 'Default-Call-ID',
  cseq          INT          NOT NULL DEFAULT 1,
  last_modified DATETIME     NOT NULL DEFAULT '2000-01-01 00:00:01',
  flags         INT          NOT NULL DEFAULT 0,
  cflags        INT          NOT NULL DEFAULT 0,
  user_agent    VARCHAR(255) NOT NULL DEFAULT '',
  socket        VARCHAR(64)  NULL,
  methods       INT          NULL,
  instance      VARCHAR(255) NULL,
  reg_id        INT          NOT NULL DEFAULT 0,
  server_id     INT          NOT NULL DEFAULT 0,
  connection_id INT          NOT NULL DEFAULT 0,
  keepalive     INT          NOT NULL DEFAULT 0,
  `partition`   INT          NOT NULL DEFAULT 0,
  CONSTRAINT uq_location_ruid UNIQUE (ruid),
  INDEX ix_location_contact (username, domain),
  INDEX ix_location_expires (expires),
  INDEX ix_location_connection (server_id, connection_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO version (table_name, table_version) VALUES ('version', 1), ('location', 9)
  ON DUPLICATE KEY UPDATE table_version = VALUES(table_version);
