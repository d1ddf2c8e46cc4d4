-- Where people are, for as long as they say so: the latest position alone, as exact as they chose. A row that is
-- over is removed within seconds and not read before that.
--
-- x and y are the same place on the square map (Web Mercator), 2^24 to a side: what a view of the map reads is
-- one range of ix_location_view, and people who are close are counted by shifting. region is GeoNames' code.
CREATE TABLE location (
  account_id BIGINT       NOT NULL PRIMARY KEY,
  share_key  CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  audience   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  latitude   DECIMAL(7,5) NOT NULL,
  longitude  DECIMAL(8,5) NOT NULL,
  accuracy   INT          NOT NULL,
  x          INT          NOT NULL,
  y          INT          NOT NULL,
  town_id    INT          NULL,
  country    CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  region     VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  started_at DATETIME(6)  NOT NULL,
  updated_at DATETIME(6)  NOT NULL,
  until_at   DATETIME(6)  NOT NULL,
  INDEX ix_location_view (y, x, audience, until_at),
  INDEX ix_location_until (until_at),
  INDEX ix_location_region (country, region, audience, until_at),
  CONSTRAINT fk_location_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Which open page looks at which part of the map. rung: it was told that something has changed and has not looked
-- since, so it need not be told again.
CREATE TABLE map_watch (
  account_id BIGINT      NOT NULL,
  page       CHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  west       INT         NOT NULL,
  east       INT         NOT NULL,
  north      INT         NOT NULL,
  south      INT         NOT NULL,
  seen_at    DATETIME(6) NOT NULL,
  rung       BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (account_id, page),
  INDEX ix_map_watch_seen (seen_at),
  CONSTRAINT fk_map_watch_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Teams (the same department), and people by country and region.
ALTER TABLE profile
  ADD INDEX ix_profile_team (department, work_for, account_id),
  ADD INDEX ix_profile_country (country, region, place_for, account_id);
