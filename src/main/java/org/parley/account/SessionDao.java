package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
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

  /** Ends one session of {@code username}; how many there were. */
  int delete(String username, String id) {
    return entities
        .createNativeQuery(
            "delete from SPRING_SESSION where PRIMARY_ID = :id and PRINCIPAL_NAME = :name")
        .setParameter("id", id)
        .setParameter("name", username)
        .executeUpdate();
  }

  void deleteAllOf(String username) {
    entities
        .createNativeQuery("delete from SPRING_SESSION where PRINCIPAL_NAME = :name")
        .setParameter("name", username)
        .executeUpdate();
  }

  void deleteOthersOf(String username, String keepSession) {
    entities
        .createNativeQuery(
            "delete from SPRING_SESSION where PRINCIPAL_NAME = :name and SESSION_ID <> :keep")
        .setParameter("name", username)
        .setParameter("keep", keepSession)
        .executeUpdate();
  }
}
