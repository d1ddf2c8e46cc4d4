package org.parley.push;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The table {@code push_event}. */
@Repository
class PushDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(PushEvent event) {
    entities.persist(event);
  }

  long last() {
    Long last = entities.createQuery("select max(id) from PushEvent", Long.class).getSingleResult();
    return last == null ? 0 : last;
  }

  List<PushEvent> after(long id, int limit) {
    return entities
        .createQuery("from PushEvent where id > :id order by id", PushEvent.class)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  List<PushEvent> findAll(Collection<Long> ids) {
    return entities
        .createQuery("from PushEvent where id in :ids order by id", PushEvent.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  List<PushEvent> of(long accountId, long after, int limit) {
    return entities
        .createQuery(
            "from PushEvent where accountId = :account and id > :id order by id", PushEvent.class)
        .setParameter("account", accountId)
        .setParameter("id", after)
        .setMaxResults(limit)
        .getResultList();
  }

  int purge(Instant before) {
    return entities
        .createNativeQuery("delete from push_event where created_at < :before limit 2000")
        .setParameter("before", before)
        .executeUpdate();
  }

  /** Which of these sessions are still there. */
  List<String> sessionsAmong(Collection<String> ids) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select SESSION_ID from SPRING_SESSION where SESSION_ID in (:ids)", String.class)
            .setParameter("ids", ids)
            .getResultList();
    return rows.stream().map(Object::toString).toList();
  }
}
