package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code sip_device}; every look-up goes through its owner. */
@Repository
class SipDeviceDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(SipDevice device) {
    entities.persist(device);
    entities.flush();
  }

  List<SipDevice> inUse(long accountId, int limit) {
    return entities
        .createQuery(
            "from SipDevice where accountId = :account and revokedAt is null order by id",
            SipDevice.class)
        .setParameter("account", accountId)
        .setMaxResults(limit)
        .getResultList();
  }

  Optional<SipDevice> find(long accountId, long id) {
    return entities
        .createQuery(
            "from SipDevice where accountId = :account and id = :id and revokedAt is null",
            SipDevice.class)
        .setParameter("account", accountId)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }
}
