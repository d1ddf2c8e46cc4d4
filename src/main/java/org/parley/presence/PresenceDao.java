package org.parley.presence;

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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code sip_presence} (which the SIP core writes) and {@code presence_choice}. Moments
 * of writing are the database's.
 */
@Repository
class PresenceDao {
  private static final String KNOWN =
      "select a.id, a.sip_user, a.status, p.word, p.since,"
          + " timestampdiff(second, c.alive_at, utc_timestamp(6)),"
          + " o.choice, o.choice_since, o.choice_until, o.shown_to, o.away_minutes"
          + " from account a left join sip_presence p on p.sip_user = a.sip_user"
          + " left join sip_core c on c.name = p.core"
          + " left join presence_choice o on o.account_id = a.id where a.";

  private static final String UPSERT =
      "insert into presence_choice (account_id, choice, choice_since, choice_until, shown_to,"
          + " away_minutes, circle_at, updated_at) values (:account, :choice, utc_timestamp(6),"
          + " :until, :shown, :away, utc_timestamp(6), utc_timestamp(6)) on duplicate key update";

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * A row that was written lately.
   *
   * @param key what was written about whom
   * @param user the person
   * @param at when, by the database's clock
   */
  record Change(String key, String user, Instant at) {}

  /** What is known of these people; those who do not exist are missing from the answer. */
  List<Known> findByUser(Collection<String> users, Duration silence, Duration over) {
    return find("sip_user in (:keys)", users, silence, over);
  }

  List<Known> findById(Collection<Long> accounts, Duration silence, Duration over) {
    return find("id in (:keys)", accounts, silence, over);
  }

  private <T> List<Known> find(String where, Collection<T> keys, Duration silence, Duration over) {
    Long youngest = youngestCore();
    boolean alive = youngest != null && youngest <= silence.toSeconds();
    List<Known> found = new ArrayList<>();
    for (List<T> part : Chunks.of(List.copyOf(keys))) {
      List<?> rows =
          entities
              .createNativeQuery(KNOWN + where, Object[].class)
              .setParameter("keys", part)
              .getResultList();
      for (Object row : rows) {
        found.add(known((Object[]) row, alive, silence, over));
      }
    }
    return found;
  }

  /** How many seconds ago a core has given a sign of life; none where none ever has. */
  private @Nullable Long youngestCore() {
    Object age =
        entities
            .createNativeQuery(
                "select timestampdiff(second, max(alive_at), utc_timestamp(6)) from sip_core",
                Object.class)
            .getSingleResult();
    return age == null ? null : ((Number) age).longValue();
  }

  /** The cores that have been silent for longer than {@code silence}. */
  Set<String> silentCores(Duration silence) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select name from sip_core"
                    + " where alive_at < utc_timestamp(6) - interval :silence second",
                String.class)
            .setParameter("silence", silence.toSeconds())
            .getResultList();
    Set<String> names = new TreeSet<>();
    for (Object name : rows) {
      names.add(name.toString());
    }
    return names;
  }

  Instant now() {
    return instant(
        entities.createNativeQuery("select utc_timestamp(6)", Object.class).getSingleResult());
  }

  /** What the core has written after {@code after}. */
  List<Change> seenSince(Instant after, int limit) {
    return changes(
        "select concat('seen ', sip_user, ' ', version), sip_user, written_at from sip_presence"
            + " where written_at > :after order by written_at",
        after,
        limit);
  }

  /** What people have chosen after {@code after}. */
  List<Change> chosenSince(Instant after, int limit) {
    return changes(
        "select concat('chosen ', p.account_id, ' ', p.updated_at), a.sip_user, p.updated_at"
            + " from presence_choice p join account a on a.id = p.account_id"
            + " where p.updated_at > :after order by p.updated_at",
        after,
        limit);
  }

  /** Whom others may see than before, after {@code after}. */
  List<Change> circlesSince(Instant after, int limit) {
    return changes(
        "select concat('circle ', p.account_id, ' ', p.circle_at), a.sip_user, p.updated_at"
            + " from presence_choice p join account a on a.id = p.account_id"
            + " where p.updated_at > :after and p.circle_at > :after order by p.updated_at",
        after,
        limit);
  }

  private List<Change> changes(String query, Instant after, int limit) {
    List<?> rows =
        entities
            .createNativeQuery(query, Object[].class)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(c -> new Change(c[0].toString(), c[1].toString(), instant(c[2])))
        .toList();
  }

  void choose(long account, Choice choice, @Nullable Instant until) {
    Own first = Own.FIRST;
    entities
        .createNativeQuery(
            UPSERT
                + " choice_since = if(choice = values(choice), choice_since, values(choice_since)),"
                + " choice = values(choice), choice_until = values(choice_until),"
                + " updated_at = values(updated_at)")
        .setParameter("account", account)
        .setParameter("choice", choice.name())
        .setParameter("until", until)
        .setParameter("shown", first.audience().name())
        .setParameter("away", first.awayMinutes())
        .executeUpdate();
  }

  void show(long account, Audience audience, int awayMinutes) {
    entities
        .createNativeQuery(
            UPSERT
                + " circle_at = if(shown_to = values(shown_to), circle_at, values(circle_at)),"
                + " shown_to = values(shown_to), away_minutes = values(away_minutes),"
                + " updated_at = values(updated_at)")
        .setParameter("account", account)
        .setParameter("choice", Own.FIRST.choice().name())
        .setParameter("until", null)
        .setParameter("shown", audience.name())
        .setParameter("away", awayMinutes)
        .executeUpdate();
  }

  /** Somebody else may see them than before. */
  void touch(long account) {
    entities
        .createNativeQuery(
            UPSERT + " circle_at = values(circle_at), updated_at = values(updated_at)")
        .setParameter("account", account)
        .setParameter("choice", Own.FIRST.choice().name())
        .setParameter("until", null)
        .setParameter("shown", Own.FIRST.audience().name())
        .setParameter("away", Own.FIRST.awayMinutes())
        .executeUpdate();
  }

  /** The same where only contacts may see them. */
  void touchLimited(long account) {
    entities
        .createNativeQuery(
            "update presence_choice set circle_at = utc_timestamp(6), updated_at = utc_timestamp(6)"
                + " where account_id = :account and shown_to = 'CONTACTS'")
        .setParameter("account", account)
        .executeUpdate();
  }

  /** The same for all who block {@code account}, or have it in their phonebook. */
  void touchWhoeverKnows(long account) {
    for (String list : List.of("contact_block", "contact")) {
      entities
          .createNativeQuery(
              "update presence_choice p join "
                  + list
                  + " l on l.owner_id = p.account_id set p.circle_at = utc_timestamp(6),"
                  + " p.updated_at = utc_timestamp(6) where l.person_id = :account")
          .setParameter("account", account)
          .executeUpdate();
    }
  }

  /** Ends choices whose time is over. */
  int endChoices(Instant now, int limit) {
    List<?> over =
        entities
            .createNativeQuery(
                "select account_id from presence_choice where choice_until <= :now", Long.class)
            .setParameter("now", now)
            .setMaxResults(limit)
            .getResultList();
    if (over.isEmpty()) {
      return 0;
    }
    return entities
        .createNativeQuery(
            "update presence_choice set choice = 'AVAILABLE', choice_since = choice_until,"
                + " choice_until = null, updated_at = utc_timestamp(6)"
                + " where account_id in (:over) and choice_until <= :now")
        .setParameter("over", over)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Forgets what a closed account was and chose. */
  void forget(long account) {
    entities
        .createNativeQuery(
            "delete p from sip_presence p join account a on a.sip_user = p.sip_user"
                + " where a.id = :account")
        .setParameter("account", account)
        .executeUpdate();
    entities
        .createNativeQuery(
            "update presence_choice set choice = 'AVAILABLE', choice_until = null,"
                + " shown_to = 'NOBODY', circle_at = utc_timestamp(6),"
                + " updated_at = utc_timestamp(6) where account_id = :account")
        .setParameter("account", account)
        .executeUpdate();
  }

  private static Known known(Object[] c, boolean alive, Duration silence, Duration over) {
    String word = (String) c[3];
    Known.Core core = alive ? Known.Core.ALIVE : Known.Core.SILENT;
    if (word != null) {
      long age = c[5] == null ? Long.MAX_VALUE : ((Number) c[5]).longValue();
      if (age <= silence.toSeconds()) {
        core = Known.Core.ALIVE;
      } else {
        core = alive && age > over.toSeconds() ? Known.Core.GONE : Known.Core.SILENT;
      }
    }
    return new Known(
        ((Number) c[0]).longValue(),
        c[1].toString(),
        "ACTIVE".equals(c[2]),
        word == null ? Word.OFFLINE : Word.of(word),
        c[4] == null ? null : instant(c[4]),
        core,
        own(c),
        null);
  }

  private static Own own(Object[] c) {
    return c[6] == null
        ? Own.FIRST
        : new Own(
            Choice.valueOf(c[6].toString()),
            instant(c[7]),
            c[8] == null ? null : instant(c[8]),
            Audience.valueOf(c[9].toString()),
            ((Number) c[10]).intValue());
  }

  private static Instant instant(Object value) {
    return value instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : ((Timestamp) value).toInstant();
  }
}
