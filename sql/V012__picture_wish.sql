-- Pictures that providers told of newcomers, still to be fetched. A node claims one by moving due_at, so
-- that one that dies leaves it to another.
CREATE TABLE picture_wish (
  account_id BIGINT        NOT NULL PRIMARY KEY,
  provider   VARCHAR(32)   NOT NULL,
  url        VARCHAR(2000) NOT NULL,
  tries      INT           NOT NULL DEFAULT 0,
  due_at     DATETIME(6)   NOT NULL,
  INDEX ix_picture_wish_due (due_at),
  CONSTRAINT fk_picture_wish_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
