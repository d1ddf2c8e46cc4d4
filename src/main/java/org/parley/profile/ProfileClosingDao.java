package org.parley.profile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Everything that a profile keeps of one person. */
@Repository
class ProfileClosingDao {
  private static final List<String> TABLES =
      List.of("profile_phone", "profile_link", "picture", "profile");

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void removeAllOf(long accountId) {
    for (String table : TABLES) {
      entities
          .createNativeQuery("delete from " + table + " where account_id = :account")
          .setParameter("account", accountId)
          .executeUpdate();
    }
    entities
        .createNativeQuery(
            "update account set status_text = null, status_until = null where id = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }
}
