package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.springframework.stereotype.Repository;

/** Spring Session's table, for ending sessions from where there is no web server. */
@Repository
class SessionDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

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
