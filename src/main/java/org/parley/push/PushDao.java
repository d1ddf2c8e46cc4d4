package org.parley.push;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/** The table {@code push_event}. */
@Repository
class PushDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** Appends these, in their order. */
  void save(List<PushEvent> events) {
    for (List<PushEvent> part : Chunks.of(events)) {
      Query insert =
          entities.createNativeQuery(
              "insert into push_event (account_id, type, payload, created_at) values "
                  + Chunks.repeat("(?,?,?,?)", ",", part));
      int column = 1;
      for (PushEvent event : part) {
        insert.setParameter(column++, event.accountId());
        insert.setParameter(column++, event.type());
        insert.setParameter(column++, event.payload());
        insert.setParameter(column++, event.createdAt());
      }
      insert.executeUpdate();
    }
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
