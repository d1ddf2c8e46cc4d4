-- Ways in through somebody else (Google, Facebook, an OpenID Connect provider). Issuer and subject say
-- together who it is, compared byte by byte as OpenID Connect Core section 2 wants it: an issuer that an
-- operator replaces by another never lets in whoever has the same number there.
CREATE TABLE provider_link (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id   BIGINT       NOT NULL,
  provider     VARCHAR(32)  NOT NULL,
  issuer       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email        VARCHAR(254) NULL,
  linked_at    DATETIME(6)  NOT NULL,
  last_used_at DATETIME(6)  NULL,
  CONSTRAINT uq_provider_link_identity UNIQUE (issuer, subject),
  CONSTRAINT uq_provider_link_account UNIQUE (account_id, provider),
  CONSTRAINT fk_provider_link_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
