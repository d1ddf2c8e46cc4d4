package org.parley.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code call_record}. */
@Repository
class CallRecordDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(CallRecord call) {
    entities.persist(call);
  }

  Optional<CallRecord> find(String callId) {
    return entities
        .createQuery("from CallRecord where callId = :call", CallRecord.class)
        .setParameter("call", callId)
        .getResultStream()
        .findFirst();
  }

  /** Calls in one of these states that began before {@code before}. */
  List<CallRecord> begunBefore(Collection<CallState> states, Instant before, int limit) {
    return entities
        .createQuery(
            "from CallRecord where state in :states and startedAt < :before order by id",
            CallRecord.class)
        .setParameter("states", states)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }
}
