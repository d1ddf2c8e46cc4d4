package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The table {@code sign_in_attempt}: tries counted by key within a window. */
@Repository
class AttemptDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * Counts one more try of each of {@code keys}; a window that began before {@code since} starts
   * anew. Callers name keys in one order, so that two of them never wait for each other.
   */
  void count(List<String> keys, Instant now, Instant since) {
    for (String key : keys) {
      entities
          .createNativeQuery(
              "insert into sign_in_attempt (attempt_key, failures, window_start)"
                  + " values (:key, 1, :now) on duplicate key update"
                  + " failures = case when window_start < :since then 1 else failures + 1 end,"
                  + " window_start ="
                  + " case when window_start < :since then :now else window_start end")
          .setParameter("key", key)
          .setParameter("now", now)
          .setParameter("since", since)
          .executeUpdate();
    }
  }

  /** Takes one try of each of {@code keys} back. */
  void uncount(List<String> keys) {
    entities
        .createNativeQuery(
            "update sign_in_attempt set failures = failures - 1"
                + " where attempt_key in (:keys) and failures > 0")
        .setParameter("keys", keys)
        .executeUpdate();
  }

  /** Tries by key, in windows that began at {@code since} or later. */
  Map<String, Integer> counts(Collection<String> keys, Instant since) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select attempt_key, failures from sign_in_attempt"
                    + " where attempt_key in (:keys) and window_start >= :since")
            .setParameter("keys", keys)
            .setParameter("since", since)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> row[0].toString(), row -> ((Number) row[1]).intValue()));
  }

  void forget(String key) {
    entities
        .createNativeQuery("delete from sign_in_attempt where attempt_key = :key")
        .setParameter("key", key)
        .executeUpdate();
  }

  /** Removes windows that began before {@code before}, a bounded number at a time. */
  int purge(Instant before) {
    return entities
        .createNativeQuery("delete from sign_in_attempt where window_start < :before limit 1000")
        .setParameter("before", before)
        .executeUpdate();
  }
}
