package org.parley.factor;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Everything that second factors keep of one person. */
@Repository
class FactorClosingDao {
  private static final List<String> TABLES =
      List.of("recovery_code", "remembered_browser", "factor_demand", "second_factor");

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
  }
}
