package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code former_name}. */
@Repository
class FormerNameDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(FormerName name) {
    entities.persist(name);
  }

  void remove(FormerName name) {
    entities.remove(name);
  }

  void flush() {
    entities.flush();
  }

  Optional<FormerName> find(String sipUser) {
    return Optional.ofNullable(entities.find(FormerName.class, sipUser));
  }

  List<FormerName> findAll(Collection<String> sipUsers) {
    return sipUsers.isEmpty()
        ? List.of()
        : entities
            .createQuery("from FormerName where sipUser in :users", FormerName.class)
            .setParameter("users", sipUsers)
            .getResultList();
  }

  List<FormerName> of(long accountId) {
    return entities
        .createQuery(
            "from FormerName where accountId = :account order by sipUser", FormerName.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  /** Forgets names of accounts closed before {@code before}; the SIP core knows by then. */
  int purgeClosed(Instant before) {
    return entities
        .createNativeQuery(
            "delete f from former_name f join account a on a.id = f.account_id"
                + " where f.updated_at < :before and a.status = 'DELETED'")
        .setParameter("before", before)
        .executeUpdate();
  }
}
