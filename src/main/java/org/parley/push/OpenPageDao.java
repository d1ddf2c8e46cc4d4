package org.parley.push;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Repository;

/** The table {@code page_open}. */
@Repository
class OpenPageDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void note(String node, Collection<Long> accounts, Instant now) {
    for (Long account : accounts) {
      entities
          .createNativeQuery(
              "insert into page_open (account_id, node, seen_at) values (:account, :node, :now)"
                  + " on duplicate key update seen_at = :now")
          .setParameter("account", account)
          .setParameter("node", node)
          .setParameter("now", now)
          .executeUpdate();
    }
  }

  void remove(String node, Collection<Long> accounts) {
    if (!accounts.isEmpty()) {
      entities
          .createNativeQuery(
              "delete from page_open where account_id in (:accounts) and node = :node")
          .setParameter("accounts", accounts)
          .setParameter("node", node)
          .executeUpdate();
    }
  }

  boolean isThere(long account, Instant since) {
    return !entities
        .createNativeQuery(
            "select 1 from page_open where account_id = :account and seen_at >= :since limit 1",
            Long.class)
        .setParameter("account", account)
        .setParameter("since", since)
        .getResultList()
        .isEmpty();
  }

  int purge(Instant before) {
    return entities
        .createNativeQuery("delete from page_open where seen_at < :before limit 5000")
        .setParameter("before", before)
        .executeUpdate();
  }
}
