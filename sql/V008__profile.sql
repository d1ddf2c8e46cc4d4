-- What people tell of themselves. What lists show of everybody stands in account, the rest in profile.
ALTER TABLE account
  ADD COLUMN language     VARCHAR(8)   NULL,
  ADD COLUMN time_zone    VARCHAR(64)  NULL,
  ADD COLUMN picture      CHAR(32)     NULL,
  ADD COLUMN status_text  VARCHAR(120) NULL,
  ADD COLUMN status_until DATETIME(6)  NULL,
  ADD INDEX ix_account_status_name (status, display_name, id),
  ADD INDEX ix_account_role_name (role, display_name, id);

-- One row a person who has told anything; each group of fields says who may see it.
CREATE TABLE profile (
  account_id   BIGINT        NOT NULL PRIMARY KEY,
  about        VARCHAR(2000) NULL,
  about_for    VARCHAR(16)   NOT NULL,
  job          VARCHAR(120)  NULL,
  department   VARCHAR(120)  NULL,
  manager_id   BIGINT        NULL,
  work_for     VARCHAR(16)   NOT NULL,
  place        VARCHAR(120)  NULL,
  region       VARCHAR(120)  NULL,
  country      CHAR(2)       NULL,
  place_for    VARCHAR(16)   NOT NULL,
  languages    VARCHAR(120)  NULL,
  languages_for VARCHAR(16)  NOT NULL,
  phones_for   VARCHAR(16)   NOT NULL,
  links_for    VARCHAR(16)   NOT NULL,
  version      INT           NOT NULL DEFAULT 0,
  INDEX ix_profile_manager (manager_id),
  CONSTRAINT fk_profile_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT fk_profile_manager FOREIGN KEY (manager_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Numbers in E.164.
CREATE TABLE profile_phone (
  account_id BIGINT      NOT NULL,
  position   INT         NOT NULL,
  kind       VARCHAR(16) NOT NULL,
  number     VARCHAR(16) NOT NULL,
  PRIMARY KEY (account_id, position),
  CONSTRAINT fk_profile_phone_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE profile_link (
  account_id BIGINT       NOT NULL,
  position   INT          NOT NULL,
  label      VARCHAR(60)  NOT NULL,
  url        VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, position),
  CONSTRAINT fk_profile_link_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Pictures by what they hold (account.picture), so that a browser may keep one for good.
CREATE TABLE picture (
  account_id BIGINT     NOT NULL PRIMARY KEY,
  hash       CHAR(32)   NOT NULL,
  large      MEDIUMBLOB NOT NULL,
  small      BLOB       NOT NULL,
  CONSTRAINT fk_picture_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
