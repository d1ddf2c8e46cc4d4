package org.parley.factor;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The tables of second factors; every row is found through its account. */
@Repository
class FactorDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** An account's secret, closed, and whether its owner has shown that an app has it. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Kept(byte[] secret, boolean confirmed) {}

  /** A browser that need not show the second thing. */
  record Browser(long id, String name, Instant createdAt, Instant lastUsedAt) {}

  Optional<Kept> find(long account) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select secret, confirmed_at is not null from second_factor where account_id = :a")
            .setParameter("a", account)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Kept((byte[]) row[0], isTrue(row[1])))
        .findFirst();
  }

  /** Keeps a secret that is not confirmed yet; one that is stays. */
  void begin(long account, byte[] secret, Instant now) {
    entities
        .createNativeQuery(
            "insert into second_factor (account_id, secret, created_at)"
                + " values (:a, :secret, :now) on duplicate key update"
                + " secret = case when confirmed_at is null then :secret else secret end")
        .setParameter("a", account)
        .setParameter("secret", secret)
        .setParameter("now", now)
        .executeUpdate();
  }

  void confirm(long account, Instant now) {
    update("update second_factor set confirmed_at = :now where account_id = :a", account, now);
  }

  /** Takes the code of {@code step}; whether it, or a later one, had not been taken before. */
  boolean take(long account, long step) {
    return entities
            .createNativeQuery(
                "update second_factor set last_step = :step"
                    + " where account_id = :a and last_step < :step")
            .setParameter("a", account)
            .setParameter("step", step)
            .executeUpdate()
        == 1;
  }

  void remove(long account) {
    for (String table : List.of("recovery_code", "remembered_browser", "second_factor")) {
      entities
          .createNativeQuery("delete from " + table + " where account_id = :a")
          .setParameter("a", account)
          .executeUpdate();
    }
  }

  void replaceRecoveryCodes(long account, List<String> hashes) {
    entities
        .createNativeQuery("delete from recovery_code where account_id = :a")
        .setParameter("a", account)
        .executeUpdate();
    for (String hash : hashes) {
      entities
          .createNativeQuery("insert into recovery_code (account_id, code_hash) values (:a, :hash)")
          .setParameter("a", account)
          .setParameter("hash", hash)
          .executeUpdate();
    }
  }

  boolean useRecoveryCode(long account, String hash, Instant now) {
    return entities
            .createNativeQuery(
                "update recovery_code set used_at = :now"
                    + " where account_id = :a and code_hash = :hash and used_at is null")
            .setParameter("a", account)
            .setParameter("hash", hash)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  int unusedRecoveryCodes(long account) {
    Number count =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from recovery_code"
                        + " where account_id = :a and used_at is null")
                .setParameter("a", account)
                .getSingleResult();
    return count.intValue();
  }

  void remember(long account, String hash, String browser, Instant now, Instant until) {
    entities
        .createNativeQuery(
            "insert into remembered_browser"
                + " (account_id, token_hash, browser, created_at, last_used_at, expires_at)"
                + " values (:a, :hash, :browser, :now, :now, :until)")
        .setParameter("a", account)
        .setParameter("hash", hash)
        .setParameter("browser", browser)
        .setParameter("now", now)
        .setParameter("until", until)
        .executeUpdate();
  }

  /** Notes that a remembered browser is used; whether it is one. */
  boolean isRemembered(long account, String hash, Instant now) {
    return entities
            .createNativeQuery(
                "update remembered_browser set last_used_at = :now"
                    + " where token_hash = :hash and account_id = :a and expires_at > :now")
            .setParameter("a", account)
            .setParameter("hash", hash)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  List<Browser> remembered(long account, Instant now, int limit) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select id, browser, created_at, last_used_at from remembered_browser"
                    + " where account_id = :a and expires_at > :now order by id desc",
                Object[].class)
            .setParameter("a", account)
            .setParameter("now", now)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Browser(
                    ((Number) row[0]).longValue(), row[1].toString(), time(row[2]), time(row[3])))
        .toList();
  }

  /** Forgets all remembered browsers of the account, or the one with this identifier. */
  int forget(long account, Optional<Long> id) {
    return entities
        .createNativeQuery(
            "delete from remembered_browser where account_id = :a and (:all = 1 or id = :id)")
        .setParameter("a", account)
        .setParameter("all", id.isEmpty() ? 1 : 0)
        .setParameter("id", id.orElse(0L))
        .executeUpdate();
  }

  int purge(Instant now) {
    return entities
        .createNativeQuery("delete from remembered_browser where expires_at < :now limit 1000")
        .setParameter("now", now)
        .executeUpdate();
  }

  boolean isDemanded(long account) {
    return !entities
        .createNativeQuery("select account_id from factor_demand where account_id = :a")
        .setParameter("a", account)
        .getResultList()
        .isEmpty();
  }

  void demand(long account, boolean wanted, Instant now) {
    if (wanted) {
      update(
          "insert ignore into factor_demand (account_id, since) values (:a, :now)", account, now);
    } else {
      entities
          .createNativeQuery("delete from factor_demand where account_id = :a")
          .setParameter("a", account)
          .executeUpdate();
    }
  }

  private void update(String sql, long account, Instant now) {
    entities
        .createNativeQuery(sql)
        .setParameter("a", account)
        .setParameter("now", now)
        .executeUpdate();
  }

  // What a driver makes of a truth, and of a time, differs between the two.
  private static boolean isTrue(Object value) {
    return value instanceof Boolean truth ? truth : ((Number) value).intValue() == 1;
  }

  private static Instant time(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    return value instanceof java.time.LocalDateTime local
        ? local.toInstant(java.time.ZoneOffset.UTC)
        : ((java.sql.Timestamp) value).toInstant();
  }
}
