package org.parley.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.parley.journal.JournalService;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes to the journal as the SIP core does, and has it projected. */
public class TestJournal {
  /** The moment from which times of a test are counted. */
  public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final JdbcTemplate jdbc;
  private final JournalService journal;

  TestJournal(DataSource dataSource, JournalService journal) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.journal = journal;
  }

  /** A row in the making. */
  public final class Row {
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private Row(String kind, String key) {
      columns.put("kind", kind);
      columns.put("event_key", key.getBytes(StandardCharsets.UTF_8));
      at(0);
    }

    /** Between whom. */
    public Row between(String from, String to) {
      return with("from_user", from).with("to_user", to);
    }

    /** When it happened, in seconds after {@link #START}. */
    public Row at(double seconds) {
      Instant at = START.plus(Math.round(seconds * 1_000_000), ChronoUnit.MICROS);
      return with("occurred_at", at.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
    }

    /** Any other column. */
    public Row with(String column, Object value) {
      columns.put(column, value);
      return this;
    }

    /** Appends it, unless a row of this key is there. */
    public void append() {
      jdbc.update(
          "insert ignore into journal ("
              + String.join(",", columns.keySet())
              + ") values ("
              + "?,".repeat(columns.size() - 1)
              + "?)",
          columns.values().toArray());
    }
  }

  /** Something about a call: {@code started}, {@code ringing}, … */
  public Row call(String callId, String what) {
    return new Row("call." + what, "c:" + callId + ":" + what).with("call_id", callId);
  }

  /** A message that was accepted. */
  public Row accepted(String from, String to, String uid, String text) {
    return new Row("message.accepted", "m:" + from + ":" + uid)
        .between(from, to)
        .with("message_id", uid)
        .with("content_type", "text/plain;charset=utf-8")
        .with("body", text.getBytes(StandardCharsets.UTF_8));
  }

  /** A message that a device took. */
  public Row delivered(String from, String to, String uid) {
    return new Row("message.delivered", "m:" + from + ":" + uid + ":delivered")
        .between(from, to)
        .with("message_id", uid);
  }

  /** A name that no other test uses. */
  public static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** Projects what is there. */
  public void project() {
    // Other tests leave gaps behind; what is committed before this call needs no waiting for them.
    jdbc.update(
        "update journal set written_at = written_at - interval 1 minute"
            + " where written_at > utc_timestamp(6) - interval 1 minute");
    while (journal.behind() > 0) {
      if (journal.project(500) == 0) {
        throw new IllegalStateException("the journal stands still");
      }
    }
  }
}
