-- What administrators did, and what else concerns safety: appended, never changed (the portal puts
-- triggers on it where its database user may make them). Names are those of the moment; actor_id and
-- subject_id are no foreign keys, so that a line outlives everything it tells of.
CREATE TABLE audit (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME(6)   NOT NULL,
  act        VARCHAR(48)   NOT NULL,
  actor_id   BIGINT        NULL,
  actor      VARCHAR(64)   NOT NULL,
  subject_id BIGINT        NULL,
  subject    VARCHAR(254)  NOT NULL,
  detail     VARCHAR(1000) NOT NULL,
  address    VARCHAR(45)   NOT NULL,
  INDEX ix_audit_at (at, id),
  INDEX ix_audit_act (act, id),
  INDEX ix_audit_actor (actor, id),
  INDEX ix_audit_subject (subject, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
