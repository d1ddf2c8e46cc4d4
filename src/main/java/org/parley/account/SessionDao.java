package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Spring Session's table, for ending sessions from where there is no web server. */
@Repository
class SessionDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * A session.
   *
   * @param id the row's identifier, which no cookie holds
   * @param mark an attribute as it is stored
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Row(String id, String sessionId, Instant since, Instant lastUsedAt, byte[] mark) {}

  /** Sessions of {@code username} that have this attribute, the one used last first. */
  List<Row> of(String username, String attribute, int limit) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select s.PRIMARY_ID, s.SESSION_ID, s.CREATION_TIME, s.LAST_ACCESS_TIME,"
                    + " a.ATTRIBUTE_BYTES from SPRING_SESSION s"
                    + " join SPRING_SESSION_ATTRIBUTES a on a.SESSION_PRIMARY_ID = s.PRIMARY_ID"
                    + " where s.PRINCIPAL_NAME = :name and a.ATTRIBUTE_NAME = :attribute"
                    + " order by s.LAST_ACCESS_TIME desc",
                Object[].class)
            .setParameter("name", username)
            .setParameter("attribute", attribute)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Row(
                    row[0].toString(),
                    row[1].toString(),
                    Instant.ofEpochMilli(((Number) row[2]).longValue()),
                    Instant.ofEpochMilli(((Number) row[3]).longValue()),
                    (byte[]) row[4]))
        .toList();
  }

  /** The row's identifier of a session, while there is one. */
  Optional<String> idOf(String sessionId) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select PRIMARY_ID from SPRING_SESSION where SESSION_ID = :id", String.class)
            .setParameter("id", sessionId)
            .getResultList();
    return ids.stream().map(Object::toString).findFirst();
  }

  /** Ends one session of {@code username}; how many there were. */
  int delete(String username, String id) {
    tell("s.PRIMARY_ID = :it and s.PRINCIPAL_NAME = :name", username, id);
    return entities
        .createNativeQuery(
            "delete from SPRING_SESSION where PRIMARY_ID = :id and PRINCIPAL_NAME = :name")
        .setParameter("id", id)
        .setParameter("name", username)
        .executeUpdate();
  }

  void deleteAllOf(String username) {
    tell("s.PRINCIPAL_NAME = :name", username, null);
    entities
        .createNativeQuery("delete from SPRING_SESSION where PRINCIPAL_NAME = :name")
        .setParameter("name", username)
        .executeUpdate();
  }

  void deleteOthersOf(String username, String keepSession) {
    tell("s.PRINCIPAL_NAME = :name and s.SESSION_ID <> :it", username, keepSession);
    entities
        .createNativeQuery(
            "delete from SPRING_SESSION where PRINCIPAL_NAME = :name and SESSION_ID <> :keep")
        .setParameter("name", username)
        .setParameter("keep", keepSession)
        .executeUpdate();
  }

  /** Tells the SIP core that this session of {@code username} is about to end by itself. */
  void leaving(String username, String sessionId) {
    tell("s.SESSION_ID = :it and s.PRINCIPAL_NAME = :name", username, sessionId);
  }

  /** Forgets ends that no credential remembers any more. */
  void purge(Duration age) {
    entities
        .createNativeQuery(
            "delete from ended_session where ended_at < utc_timestamp(6) - interval :age second")
        .setParameter("age", age.toSeconds())
        .executeUpdate();
  }

  // Before the rows are gone, and by the database's clock: the core reads in order of time.
  private void tell(String which, String username, @Nullable String it) {
    Query query =
        entities
            .createNativeQuery(
                "insert into ended_session (session_id, account_id, ended_at)"
                    + " select s.PRIMARY_ID, a.id, utc_timestamp(6) from SPRING_SESSION s"
                    + " join account a on a.username = s.PRINCIPAL_NAME where "
                    + which
                    + " on duplicate key update ended_at = values(ended_at)")
            .setParameter("name", username);
    if (it != null) {
      query.setParameter("it", it);
    }
    query.executeUpdate();
  }
}
