package org.parley.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables {@code journal} (read only) and {@code journal_cursor}. */
@Repository
class JournalDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * A row and the age of its writing.
   *
   * @param event the event
   * @param ageMillis milliseconds since the database wrote it, by the database's own clock
   */
  record Row(JournalEvent event, long ageMillis) {}

  /**
   * The cursor's position, its row locked until the transaction ends; empty where another node has
   * it.
   */
  Optional<Long> lockCursor(String name) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select position from journal_cursor where name = :name for update skip locked",
                Long.class)
            .setParameter("name", name)
            .getResultList();
    return rows.stream().map(Number.class::cast).map(Number::longValue).findFirst();
  }

  void moveCursor(String name, long position) {
    entities
        .createNativeQuery(
            "update journal_cursor set position = :position, updated_at = utc_timestamp(6)"
                + " where name = :name")
        .setParameter("position", position)
        .setParameter("name", name)
        .executeUpdate();
  }

  /**
   * Rows after {@code position}, in order. The read locks what it reads, so it waits for rows that
   * are written but not yet committed instead of passing them over.
   */
  List<Row> read(long position, int limit) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select id, kind, occurred_at, call_id, message_id, from_user, to_user, to_uri, code,"
                    + " reason, detail, media, device, content_type, body,"
                    + " timestampdiff(microsecond, written_at, utc_timestamp(6)) div 1000"
                    + " from journal where id > :position order by id limit :limit"
                    + " lock in share mode",
                Object[].class)
            .setParameter("position", position)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(row -> row((Object[]) row)).toList();
  }

  /**
   * Writes what a listener changed and forgets what it loaded: every query of the next one would
   * look through all of that.
   */
  void settle() {
    entities.flush();
    entities.clear();
  }

  /** Rows not yet read. */
  long behind(String name) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select (select coalesce(max(id), 0) from journal) - position"
                        + " from journal_cursor where name = :name",
                    Long.class)
                .setParameter("name", name)
                .getSingleResult())
        .longValue();
  }

  private static Row row(Object[] c) {
    return new Row(
        new JournalEvent(
            ((Number) c[0]).longValue(),
            JournalEvent.Kind.of((String) c[1]),
            instant(c[2]),
            (String) c[3],
            (String) c[4],
            (String) c[5],
            (String) c[6],
            (String) c[7],
            c[8] == null ? null : ((Number) c[8]).intValue(),
            (String) c[9],
            (String) c[10],
            (String) c[11],
            (String) c[12],
            (String) c[13],
            JournalEvent.text(bytes(c[14]))),
        ((Number) c[15]).longValue());
  }

  private static byte @Nullable [] bytes(@Nullable Object value) {
    return (byte[]) value;
  }

  private static Instant instant(Object value) {
    if (value instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return ((Timestamp) value).toInstant();
  }
}
