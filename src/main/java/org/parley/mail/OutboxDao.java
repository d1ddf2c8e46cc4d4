package org.parley.mail;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code mail}. */
@Repository
class OutboxDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(OutboxMail mail) {
    entities.persist(mail);
  }

  void flush() {
    entities.flush();
  }

  Optional<OutboxMail> find(long id) {
    return Optional.ofNullable(entities.find(OutboxMail.class, id));
  }

  /** The mail that is due first, locked; passes over what another node has in hand. */
  Optional<OutboxMail> lockDue(Instant now) {
    return first(
        entities
            .createNativeQuery(
                "select * from mail where state = 'WAITING' and next_at <= :now"
                    + " order by next_at, id limit 1 for update skip locked",
                OutboxMail.class)
            .setParameter("now", now)
            .getResultList());
  }

  /** A mail whose sending began before {@code before} and never ended, locked. */
  Optional<OutboxMail> lockLost(Instant before) {
    return first(
        entities
            .createNativeQuery(
                "select * from mail where state = 'SENDING' and next_at < :before"
                    + " order by next_at, id limit 1 for update skip locked",
                OutboxMail.class)
            .setParameter("before", before)
            .getResultList());
  }

  /** One mail, locked until the transaction ends. */
  Optional<OutboxMail> lock(long id) {
    return first(
        entities
            .createNativeQuery("select * from mail where id = :id for update", OutboxMail.class)
            .setParameter("id", id)
            .getResultList());
  }

  /** Mails in {@code state} before {@code id}, the newest first. */
  List<OutboxMail> page(MailState state, long before, int limit) {
    return entities
        .createQuery(
            "from OutboxMail where state = :state and id < :before order by id desc",
            OutboxMail.class)
        .setParameter("state", state)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many are in {@code state}, counted up to {@code most}. */
  long count(MailState state, int most) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select count(*) from (select 1 from mail where state = :state limit :most) m",
                    Long.class)
                .setParameter("state", state.name())
                .setParameter("most", most)
                .getSingleResult())
        .longValue();
  }

  /** Lets what waits for another try be tried now, the first of it, for the rest follows soon. */
  void hurry(Instant now) {
    entities
        .createNativeQuery(
            "update mail set next_at = :now where state = 'WAITING' and next_at > :now"
                + " order by next_at, id limit 1000")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Removes what ended in {@code state} before {@code before}, a bounded number at a time. */
  int purge(MailState state, Instant before) {
    return entities
        .createNativeQuery(
            "delete from mail where state = :state and finished_at < :before limit 1000")
        .setParameter("state", state.name())
        .setParameter("before", before)
        .executeUpdate();
  }

  private static Optional<OutboxMail> first(List<?> rows) {
    return rows.stream().map(OutboxMail.class::cast).findFirst();
  }
}
