package org.parley.testing;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.account.SignedIn;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what is in phonebooks, past the portal. */
public class TestPhonebook {
  private static final String NOW = "utc_timestamp(6)";

  private final JdbcTemplate jdbc;

  TestPhonebook(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  /** Puts a colleague into somebody's phonebook. */
  public long add(SignedIn owner, SignedIn person) {
    return contact(owner, person.id(), person.name());
  }

  /** Puts somebody outside into a phonebook. */
  public long add(SignedIn owner, String name) {
    return contact(owner, null, name);
  }

  private long contact(SignedIn owner, @Nullable Long person, String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    jdbc.update(
        "insert into contact (owner_id, person_id, name, sort_name, search_text, created_at,"
            + " updated_at) values (?, ?, ?, ?, ?, "
            + NOW
            + ", "
            + NOW
            + ")",
        owner.id(),
        person,
        name,
        folded.substring(0, Math.min(40, folded.length())),
        folded);
    return last("contact", owner);
  }

  /** Has {@code owner} block {@code person}. */
  public long block(SignedIn owner, SignedIn person) {
    jdbc.update(
        "insert into contact_block (owner_id, person_id, created_at) values (?, ?, " + NOW + ")",
        owner.id(),
        person.id());
    return last("contact_block", owner);
  }

  /** Something of {@code owner} that an address of this kind names. */
  public long thing(String path, SignedIn owner) {
    if (path.contains("/groups/")) {
      jdbc.update(
          "insert into contact_group (owner_id, name) values (?, ?)",
          owner.id(),
          UUID.randomUUID().toString());
      return last("contact_group", owner);
    }
    if (path.contains("/import")) {
      jdbc.update(
          "insert into contact_import (owner_id, kind, file_name, state, encoding, separated_by,"
              + " mapping, duplicates, region, created_at) values (?, 'VCARD', 'a.vcf', 'DRAFT',"
              + " 'UTF-8', ',', '', 'MERGE', '', "
              + NOW
              + ")",
          owner.id());
      return last("contact_import", owner);
    }
    if (path.contains("/block")) {
      jdbc.update(
          "insert into contact_block (owner_id, kind, normalised, created_at) values (?, 'SIP', ?, "
              + NOW
              + ")",
          owner.id(),
          UUID.randomUUID() + "@example.org");
      return last("contact_block", owner);
    }
    return add(owner, "Somebody");
  }

  private long last(String table, SignedIn owner) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select max(id) from " + table + " where owner_id = ?", Long.class, owner.id()));
  }
}
