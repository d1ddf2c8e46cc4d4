package org.parley.provider;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code provider_link}. */
@Repository
class ProviderLinkDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(ProviderLink link) {
    entities.persist(link);
    entities.flush();
  }

  void remove(ProviderLink link) {
    entities.remove(link);
    entities.flush();
  }

  Optional<ProviderLink> find(String issuer, String subject) {
    return entities
        .createQuery(
            "from ProviderLink where issuer = :issuer and subject = :subject", ProviderLink.class)
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  Optional<ProviderLink> of(long accountId, String provider) {
    return of(accountId).stream().filter(link -> link.provider().equals(provider)).findFirst();
  }

  /** An account's links: one a provider at the most. */
  List<ProviderLink> of(long accountId) {
    return entities
        .createQuery("from ProviderLink where accountId = :account order by id", ProviderLink.class)
        .setParameter("account", accountId)
        .getResultList();
  }
}
