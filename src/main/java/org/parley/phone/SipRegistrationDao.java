package org.parley.phone;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code sip_registration} and {@code sip_core}, which the SIP core writes. Moments are
 * compared by the database's clock.
 */
@Repository
class SipRegistrationDao {
  private static final String COLUMNS =
      "r.credential, r.user_agent, r.transport, r.source_ip, r.since, r.seen_at";

  // Not true any more: gone, run out, or of a core that died with it.
  private static final String OVER =
      " (r.gone_at is not null or r.expires_at < utc_timestamp(6) - interval 1 hour)";

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * A registration.
   *
   * @param sure whether its core has given a sign of life lately
   */
  record Row(
      String credential,
      String userAgent,
      String transport,
      String address,
      Instant since,
      Instant seenAt,
      boolean sure) {}

  /** What is registered with one of {@code credentials}, the one refreshed last first. */
  List<Row> present(Collection<String> credentials, Duration silence, int limit) {
    return rows(
        entities
            .createNativeQuery(
                "select "
                    + COLUMNS
                    + ", case when c.alive_at > utc_timestamp(6) - interval :silence second"
                    + " then 1 else 0 end"
                    + " from sip_registration r left join sip_core c on c.name = r.core"
                    + " where r.credential in (:credentials) and r.gone_at is null"
                    + " and r.expires_at > utc_timestamp(6) order by r.seen_at desc",
                Object[].class)
            .setParameter("credentials", credentials)
            .setParameter("silence", silence.toSeconds())
            .setMaxResults(limit)
            .getResultList());
  }

  /** The last registration by each of {@code credentials}, whether it is over or not. */
  List<Row> last(Collection<String> credentials, int limit) {
    return rows(
        entities
            .createNativeQuery(
                "select "
                    + COLUMNS
                    + ", 1 from sip_registration r join (select credential, max(seen_at) as last_at"
                    + " from sip_registration where credential in (:credentials)"
                    + " group by credential) n"
                    + " on n.credential = r.credential and n.last_at = r.seen_at",
                Object[].class)
            .setParameter("credentials", credentials)
            .setMaxResults(limit)
            .getResultList());
  }

  /**
   * What a registered device says of itself.
   *
   * @param user whose it is
   * @param userAgent what it calls itself
   * @param transport how it is connected
   * @param features the parameters of its Contact
   * @param allowed its Allow header
   */
  record Offer(String user, String userAgent, String transport, String features, String allowed) {}

  /** What the devices of these people say of themselves, as far as their core lives. */
  List<Offer> offers(Collection<String> users, Duration silence) {
    List<Offer> offers = new ArrayList<>();
    for (List<String> part : Chunks.of(users)) {
      List<?> rows =
          entities
              .createNativeQuery(
                  "select r.sip_user, r.user_agent, r.transport, r.features, r.allowed"
                      + " from sip_registration r join sip_core c on c.name = r.core"
                      + " where r.sip_user in (:users) and r.gone_at is null"
                      + " and r.expires_at > utc_timestamp(6)"
                      + " and c.alive_at > utc_timestamp(6) - interval :silence second",
                  Object[].class)
              .setParameter("users", part)
              .setParameter("silence", silence.toSeconds())
              .getResultList();
      for (Object row : rows) {
        Object[] c = (Object[]) row;
        offers.add(
            new Offer(
                c[0].toString(),
                Objects.toString(c[1], ""),
                Objects.toString(c[2], ""),
                Objects.toString(c[3], ""),
                Objects.toString(c[4], "")));
      }
    }
    return offers;
  }

  /** Removes some rows that say nothing any more; how many there were. */
  int purge(Duration over, Duration oldest, int limit) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select r.ruid from sip_registration r"
                    + " where r.seen_at < utc_timestamp(6) - interval :over second and"
                    + OVER
                    + " and (r.seen_at < utc_timestamp(6) - interval :oldest second"
                    + " or not exists (select 1 from sip_device d where d.auth_user = r.credential"
                    + " and d.revoked_at is null)"
                    + " or exists (select 1 from sip_registration n"
                    + " where n.credential = r.credential and n.seen_at > r.seen_at))"
                    + " order by r.seen_at",
                String.class)
            .setParameter("over", over.toSeconds())
            .setParameter("oldest", oldest.toSeconds())
            .setMaxResults(limit)
            .getResultList();
    if (ids.isEmpty()) {
      return 0;
    }
    return entities
        .createNativeQuery("delete from sip_registration where ruid in (:ids)")
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** Forgets what a closed account's devices told. */
  void removeAllOf(long accountId) {
    entities
        .createNativeQuery(
            "delete r from sip_registration r join account a on a.sip_user = r.sip_user"
                + " where a.id = :account")
        .setParameter("account", accountId)
        .executeUpdate();
    entities
        .createNativeQuery(
            "delete r from sip_registration r join sip_device d on d.auth_user = r.credential"
                + " where d.account_id = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }

  private static List<Row> rows(List<?> rows) {
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            c ->
                new Row(
                    c[0].toString(),
                    Objects.toString(c[1], ""),
                    Objects.toString(c[2], ""),
                    Objects.toString(c[3], ""),
                    instant(c[4]),
                    instant(c[5]),
                    ((Number) c[6]).intValue() == 1))
        .toList();
  }

  private static Instant instant(Object value) {
    return value instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : ((Timestamp) value).toInstant();
  }
}
