package org.parley.messages;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/** The table {@code offline_mail}. */
@Repository
class OfflineMailDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(List<OfflineMail> mails) {
    for (List<OfflineMail> part : Chunks.of(mails)) {
      Query insert =
          entities.createNativeQuery(
              "insert into offline_mail (message_id, recipient_id, due_at, state) values "
                  + Chunks.repeat("(?,?,?,?)", ",", part));
      int column = 1;
      for (OfflineMail mail : part) {
        column = mail.bind(insert, column);
      }
      insert.executeUpdate();
    }
  }

  void remove(OfflineMail mail) {
    entities.remove(mail);
  }

  /** Whoever has waited longest. */
  Optional<Long> dueRecipient(Instant now) {
    return entities
        .createQuery(
            "select recipientId from OfflineMail where state = :waiting and dueAt <= :now"
                + " order by dueAt",
            Long.class)
        .setParameter("waiting", OfflineMail.State.WAITING)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** What waits for somebody, locked, in an order that is always the same. */
  List<OfflineMail> lockWaiting(long recipientId, int limit) {
    return entities
        .createQuery(
            "from OfflineMail where recipientId = :recipient and state = :waiting"
                + " order by messageId",
            OfflineMail.class)
        .setParameter("recipient", recipientId)
        .setParameter("waiting", OfflineMail.State.WAITING)
        .setMaxResults(limit)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** What went into a digest. */
  List<OfflineMail> inDigest(String digest) {
    return entities
        .createQuery(
            "from OfflineMail where digest = :digest order by messageId", OfflineMail.class)
        .setParameter("digest", digest)
        .getResultList();
  }

  /** Which of these messages could not be mailed. */
  Set<Long> failedAmong(Collection<Long> messageIds) {
    return messageIds.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery(
                    "select messageId from OfflineMail where messageId in :ids and state = :failed",
                    Long.class)
                .setParameter("ids", messageIds)
                .setParameter("failed", OfflineMail.State.FAILED)
                .getResultList());
  }
}
