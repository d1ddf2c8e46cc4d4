package org.parley.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** By {@link CallRecord#key}; unknown ones are missing from the answer. */
  Map<String, CallRecord> findAll(Collection<String> callIds) {
    Map<String, CallRecord> found = new HashMap<>();
    entities
        .createQuery("from CallRecord where callId in :calls", CallRecord.class)
        .setParameter("calls", callIds)
        .getResultList()
        .forEach(call -> found.put(CallRecord.key(call.callId()), call));
    return found;
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

  /** Puts one name in place of another in all calls of an account, whoever looks at them. */
  void rename(long accountId, String before, String after) {
    for (String side : List.of("caller", "callee")) {
      entities
          .createNativeQuery(
              "update call_record r join call_log l on l.call_record_id = r.id"
                  + " set l.peer_user = :after where r."
                  + side
                  + "_id = :account and l.peer_id = :account")
          .setParameter("after", after)
          .setParameter("account", accountId)
          .executeUpdate();
      entities
          .createNativeQuery(
              "update call_record set "
                  + side
                  + "_user = :after where "
                  + side
                  + "_id = :account and "
                  + side
                  + "_user = :before")
          .setParameter("after", after)
          .setParameter("before", before)
          .setParameter("account", accountId)
          .executeUpdate();
    }
  }
}
