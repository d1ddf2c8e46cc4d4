-- Files of contacts that were handed in, and what became of them. A running one belongs to the node whose
-- lease has not run out; progress moves in the transaction that stores a batch, so another node goes on
-- where one died. The file itself is removed when all of it is stored.
CREATE TABLE contact_import (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner_id    BIGINT       NOT NULL,
  kind        VARCHAR(8)   NOT NULL,
  file_name   VARCHAR(120) NOT NULL,
  state       VARCHAR(12)  NOT NULL,
  encoding    VARCHAR(24)  NOT NULL,
  separated_by VARCHAR(3)  NOT NULL,
  mapping     VARCHAR(2000) NOT NULL,
  duplicates  VARCHAR(8)   NOT NULL,
  region      VARCHAR(2)   NOT NULL,
  total       INT          NOT NULL DEFAULT 0,
  done        INT          NOT NULL DEFAULT 0,
  added       INT          NOT NULL DEFAULT 0,
  merged      INT          NOT NULL DEFAULT 0,
  skipped     INT          NOT NULL DEFAULT 0,
  failed      INT          NOT NULL DEFAULT 0,
  created_at  DATETIME(6)  NOT NULL,
  finished_at DATETIME(6)  NULL,
  lease_until DATETIME(6)  NULL,
  version     INT          NOT NULL DEFAULT 0,
  INDEX ix_contact_import_owner (owner_id, id),
  INDEX ix_contact_import_due (state, lease_until),
  CONSTRAINT fk_contact_import_owner FOREIGN KEY (owner_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE contact_import_file (
  import_id BIGINT     NOT NULL PRIMARY KEY,
  content   MEDIUMBLOB NOT NULL,
  CONSTRAINT fk_contact_import_file FOREIGN KEY (import_id) REFERENCES contact_import (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What could not be taken: the line of a table, or the number of a card, and why (a message key).
CREATE TABLE contact_import_problem (
  import_id BIGINT       NOT NULL,
  line      INT          NOT NULL,
  reason    VARCHAR(60)  NOT NULL,
  detail    VARCHAR(200) NOT NULL,
  PRIMARY KEY (import_id, line, reason),
  CONSTRAINT fk_contact_import_problem FOREIGN KEY (import_id) REFERENCES contact_import (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a contact was before an import added to it, so that the import can be undone.
CREATE TABLE contact_import_merge (
  import_id      BIGINT       NOT NULL,
  contact_id     BIGINT       NOT NULL,
  organisation   VARCHAR(120) NULL,
  job            VARCHAR(120) NULL,
  notes          VARCHAR(4000) NULL,
  addresses      INT          NOT NULL,
  PRIMARY KEY (import_id, contact_id),
  CONSTRAINT fk_contact_import_merge FOREIGN KEY (import_id) REFERENCES contact_import (id) ON DELETE CASCADE,
  CONSTRAINT fk_contact_import_merge_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE contact
  ADD COLUMN import_id   BIGINT NULL,
  ADD COLUMN import_line INT    NULL,
  ADD INDEX ix_contact_import (import_id, import_line);
