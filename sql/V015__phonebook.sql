-- Phonebooks: whom people have put into theirs, and whom they want to hear nothing of.

-- person_id is a colleague, whose name and picture are those of their account; without it, somebody
-- outside. sort_name and search_text are folded by the portal (small letters, no accents); a search
-- reads the texts of one owner, of whom there are as many as the portal lets one have.
CREATE TABLE contact (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner_id     BIGINT        NOT NULL,
  person_id    BIGINT        NULL,
  name         VARCHAR(120)  NOT NULL,
  sort_name    VARCHAR(40)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  search_text  VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  organisation VARCHAR(120)  NULL,
  job          VARCHAR(120)  NULL,
  notes        VARCHAR(4000) NULL,
  favourite    BOOLEAN       NOT NULL DEFAULT FALSE,
  picture      CHAR(32)      NULL,
  created_at   DATETIME(6)   NOT NULL,
  updated_at   DATETIME(6)   NOT NULL,
  version      INT           NOT NULL DEFAULT 0,
  -- "Is this person in that phonebook" is this key.
  CONSTRAINT uq_contact_person UNIQUE (owner_id, person_id),
  INDEX ix_contact_name (owner_id, sort_name, id),
  INDEX ix_contact_favourite (owner_id, favourite, sort_name, id),
  INDEX ix_contact_person (person_id),
  CONSTRAINT fk_contact_owner FOREIGN KEY (owner_id) REFERENCES account (id),
  CONSTRAINT fk_contact_person FOREIGN KEY (person_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- kind is SIP, TEL or EMAIL; normalised is user@host, E.164, or the address in small letters: what two
-- spellings of one address have in common.
CREATE TABLE contact_address (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  contact_id BIGINT       NOT NULL,
  owner_id   BIGINT       NOT NULL,
  position   INT          NOT NULL,
  kind       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value      VARCHAR(320) NOT NULL,
  normalised VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  label      VARCHAR(60)  NULL,
  INDEX ix_contact_address_contact (contact_id, position),
  INDEX ix_contact_address_known (owner_id, kind, normalised),
  CONSTRAINT fk_contact_address_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE contact_group (
  id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner_id BIGINT      NOT NULL,
  name     VARCHAR(60) NOT NULL,
  CONSTRAINT uq_contact_group_name UNIQUE (owner_id, name),
  CONSTRAINT fk_contact_group_owner FOREIGN KEY (owner_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE contact_group_member (
  group_id   BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  PRIMARY KEY (group_id, contact_id),
  INDEX ix_contact_group_member_contact (contact_id),
  CONSTRAINT fk_contact_group_member_group FOREIGN KEY (group_id) REFERENCES contact_group (id) ON DELETE CASCADE,
  CONSTRAINT fk_contact_group_member_contact FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Whom an owner blocks: a colleague (person_id), or an address from outside (kind and normalised, as in
-- contact_address). A row that is gone is a block that is over.
CREATE TABLE contact_block (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner_id   BIGINT       NOT NULL,
  person_id  BIGINT       NULL,
  kind       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  normalised VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at DATETIME(6)  NOT NULL,
  CONSTRAINT uq_contact_block_person UNIQUE (owner_id, person_id),
  CONSTRAINT uq_contact_block_address UNIQUE (owner_id, kind, normalised),
  INDEX ix_contact_block_person (person_id),
  CONSTRAINT fk_contact_block_owner FOREIGN KEY (owner_id) REFERENCES account (id),
  CONSTRAINT fk_contact_block_person FOREIGN KEY (person_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What a blocked person writes is kept, and never reaches who blocks them: neither pages nor devices.
ALTER TABLE message ADD COLUMN withheld BOOLEAN NOT NULL DEFAULT FALSE;

CREATE OR REPLACE VIEW kamailio_pending_message AS
SELECT m.id, r.sip_user AS to_user, s.sip_user AS from_user, s.display_name AS from_name,
       m.message_uid AS message_id, m.content_type, m.body, m.sent_at
FROM message m JOIN account r ON r.id = m.recipient_id JOIN account s ON s.id = m.sender_id
WHERE m.delivered_at IS NULL AND m.withheld = FALSE;
