package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code one_time_link}. */
@Repository
class OneTimeLinkDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(OneTimeLink link) {
    entities.persist(link);
  }

  Optional<OneTimeLink> find(byte[] hash) {
    return entities
        .createQuery("from OneTimeLink where tokenHash = :hash", OneTimeLink.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** The latest of a purpose that an account may still use. */
  Optional<OneTimeLink> open(long accountId, String purpose, Instant now) {
    return entities
        .createQuery(
            "from OneTimeLink where accountId = :account and purpose = :purpose"
                + " and usedAt is null and expiresAt > :now order by id desc",
            OneTimeLink.class)
        .setParameter("account", accountId)
        .setParameter("purpose", purpose)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Whether this call was the one that used it. */
  boolean use(long id, Instant now) {
    return entities
            .createNativeQuery(
                "update one_time_link set used_at = :now where id = :id and used_at is null"
                    + " and expires_at > :now")
            .setParameter("now", now)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  /** Removes what an account has not used of a purpose. */
  void revoke(long accountId, String purpose) {
    entities
        .createNativeQuery(
            "delete from one_time_link where account_id = :account and purpose = :purpose"
                + " and used_at is null")
        .setParameter("account", accountId)
        .setParameter("purpose", purpose)
        .executeUpdate();
  }

  void removeAllOf(long accountId) {
    entities
        .createNativeQuery("delete from one_time_link where account_id = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }

  /** Removes what expired before {@code before}, a bounded number at a time. */
  int purge(Instant before) {
    return entities
        .createNativeQuery("delete from one_time_link where expires_at < :before limit 1000")
        .setParameter("before", before)
        .executeUpdate();
  }
}
