-- How mail goes out, where an administrator has said so: one row, without a host until then. The
-- password is encrypted with a key that is no part of the database.
CREATE TABLE mail_setting (
  id         TINYINT        NOT NULL PRIMARY KEY,
  host       VARCHAR(253)   NULL,
  port       INT            NULL,
  tls        VARCHAR(8)     NULL,
  user_name  VARCHAR(254)   NULL,
  password   VARBINARY(2048) NULL,
  sender     VARCHAR(254)   NULL,
  changed_at DATETIME(6)    NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO mail_setting (id) VALUES (1);
