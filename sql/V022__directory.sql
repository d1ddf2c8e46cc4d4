-- What people can do, seen by whoever sees their job; and when a profile was last written: the index of the
-- directory follows it, as it follows account.updated_at.
ALTER TABLE profile
  ADD COLUMN skills     VARCHAR(300) NULL,
  ADD COLUMN updated_at DATETIME(6)  NOT NULL DEFAULT '2000-01-01 00:00:00',
  ADD INDEX ix_profile_updated (updated_at, account_id);
