package org.parley.mail;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** The table {@code mail_setting}, whose one row is always there. */
@Repository
class MailSettingsDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  StoredMailSettings read() {
    return Objects.requireNonNull(entities.find(StoredMailSettings.class, StoredMailSettings.ID));
  }

  /** The row, held until the transaction ends. */
  StoredMailSettings lock() {
    return Objects.requireNonNull(
        entities.find(
            StoredMailSettings.class, StoredMailSettings.ID, LockModeType.PESSIMISTIC_WRITE));
  }
}
