package org.parley.location;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code location}, as its owners change it. */
@Repository
class LocationDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  Optional<Location> find(long accountId) {
    return Optional.ofNullable(entities.find(Location.class, accountId));
  }

  /** Held until the transaction ends, so that two browsers of one person change it in turn. */
  Optional<Location> lock(long accountId) {
    return Optional.ofNullable(
        entities.find(Location.class, accountId, LockModeType.PESSIMISTIC_WRITE));
  }

  List<Location> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Location where accountId in :ids", Location.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  void save(Location location) {
    entities.persist(location);
  }

  void remove(Location location) {
    entities.remove(location);
    entities.flush();
  }

  /** Whose sharing is over; no other node has them. */
  List<Long> over(Instant now, int limit) {
    return ids(
        entities
            .createNativeQuery(
                "select account_id from location where until_at <= :now order by until_at"
                    + " limit :limit for update skip locked",
                Long.class)
            .setParameter("now", now)
            .setParameter("limit", limit)
            .getResultList());
  }

  /** Those who share and whose account is not in use any more. */
  List<Long> ofShutAccounts(int limit) {
    return ids(
        entities
            .createNativeQuery(
                "select l.account_id from account a join location l on l.account_id = a.id"
                    + " where a.status in ('DISABLED', 'DELETED', 'PENDING', 'INVITED',"
                    + " 'UNVERIFIED') limit :limit",
                Long.class)
            .setParameter("limit", limit)
            .getResultList());
  }

  private static List<Long> ids(List<?> rows) {
    return rows.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
