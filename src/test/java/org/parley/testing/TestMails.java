package org.parley.testing;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the outbox as the courier would; no test of the portal sends anything. */
public class TestMails {
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private final JdbcTemplate jdbc;

  TestMails(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /**
   * A mail that waits.
   *
   * @param kind what it is about
   * @param subject its subject
   * @param text its words as plain text
   * @param html its words as HTML
   */
  public record Mail(String kind, String subject, String text, String html) {
    /** The first address in it. */
    public String link() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new AssertionError("no link in: " + text);
      }
      return link.group();
    }

    /** The first address in it, without scheme and host. */
    public String path() {
      return link().replaceFirst("https?://[^/]+", "");
    }
  }

  /** Mails to {@code address}, the oldest first. */
  public List<Mail> to(String address) {
    return jdbc.query(
        "select kind, subject, text_body, html_body from mail where recipient = ? order by id",
        (row, number) ->
            new Mail(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        address);
  }

  /** The one mail of {@code kind} to {@code address}, the latest where there are several. */
  public Mail last(String address, String kind) {
    List<Mail> mails = to(address).stream().filter(mail -> mail.kind().equals(kind)).toList();
    if (mails.isEmpty()) {
      throw new AssertionError("no mail about " + kind + " to " + address);
    }
    return mails.get(mails.size() - 1);
  }

  /** A row of the outbox with all its columns. */
  public Map<String, Object> row(long id) {
    return jdbc.queryForMap("select * from mail where id = ?", id);
  }

  /** Throws everything away that waits. */
  public void empty() {
    jdbc.update("delete from mail");
  }
}
