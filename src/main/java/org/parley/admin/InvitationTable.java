package org.parley.admin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountAdministration.NewPerson;
import org.parley.account.AccountService;
import org.parley.account.Role;
import org.parley.common.Languages;

/**
 * People to invite, as somebody wrote them into a table.
 *
 * @param rows the lines, with what is wrong in each
 * @param problem the key of what is wrong with the whole; none where it could be read
 * @param argument what that message names
 */
public record InvitationTable(List<Row> rows, @Nullable String problem, int argument) {
  /** As many people as are invited at once. */
  static final int MOST = 500;

  private static final Pattern EMAIL = Pattern.compile(PersonForm.EMAIL);
  private static final Pattern NAME =
      Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]{1,120}");

  /**
   * A line.
   *
   * @param line its number in the text, from 1
   * @param person whom it names, as far as it could be read
   * @param problems the keys of what is wrong with it
   */
  public record Row(long line, NewPerson person, List<String> problems) {
    /** Whether this person can be invited. */
    public boolean fine() {
      return problems.isEmpty();
    }
  }

  /** The lines of those who can be invited. */
  List<NewPerson> fine() {
    return rows.stream().filter(Row::fine).map(Row::person).toList();
  }

  /**
   * Reads a table.
   *
   * @param text comma- or semicolon-separated, with a first line that names the columns
   * @param takenNames answers which of these sign-in names are somebody's
   * @param knownEmails answers which of these addresses are somebody's
   */
  static InvitationTable read(
      String text,
      Function<Set<String>, Set<String>> takenNames,
      Function<Set<String>, Set<String>> knownEmails) {
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    String head = bare.lines().findFirst().orElse("");
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(head.contains(";") ? ';' : head.contains("\t") ? '\t' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .get();
    List<Map<String, String>> records = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    int reached = 0;
    long line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(bare), format)) {
      Map<String, Integer> columns = parser.getHeaderMap();
      if (!columns.containsKey("name") || !columns.containsKey("email")) {
        return broken(bare.isBlank() ? "empty" : "columns", 0);
      }
      for (CSVRecord record : parser) {
        if (records.size() == MOST) {
          return broken("many", MOST);
        }
        Map<String, String> row = new LinkedHashMap<>();
        record.toMap().forEach((column, cell) -> row.put(column.toLowerCase(Locale.ROOT), cell));
        records.add(row);
        int at = begin(bare, (int) record.getCharacterPosition());
        line += bare.substring(reached, at).chars().filter(sign -> sign == '\n').count();
        reached = at;
        lines.add(line);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return broken("form", (int) line + 1);
    }
    return records.isEmpty()
        ? broken("empty", 0)
        : new InvitationTable(check(records, lines, takenNames, knownEmails), null, 0);
  }

  /**
   * Where a record begins that is said to begin at {@code at}: empty lines before it are passed.
   */
  private static int begin(String text, int at) {
    int begin = at;
    while (begin < text.length() && (text.charAt(begin) == '\r' || text.charAt(begin) == '\n')) {
      begin++;
    }
    return begin;
  }

  private static InvitationTable broken(String problem, int argument) {
    return new InvitationTable(List.of(), "admin.import.error." + problem, argument);
  }

  private static List<Row> check(
      List<Map<String, String>> records,
      List<Long> lines,
      Function<Set<String>, Set<String>> takenNames,
      Function<Set<String>, Set<String>> knownEmails) {
    List<NewPerson> people = records.stream().map(InvitationTable::person).toList();
    Set<String> names = new HashSet<>();
    Set<String> emails = new HashSet<>();
    people.forEach(person -> names.add(person.username()));
    people.forEach(person -> emails.add(person.email().toLowerCase(Locale.ROOT)));
    Set<String> taken = takenNames.apply(names);
    Set<String> known = knownEmails.apply(emails);
    Set<String> namesSeen = new HashSet<>();
    Set<String> emailsSeen = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      NewPerson person = people.get(i);
      String role = records.get(i).getOrDefault("role", "").toLowerCase(Locale.ROOT);
      String email = person.email().toLowerCase(Locale.ROOT);
      List<String> problems = new ArrayList<>();
      note(problems, "name", !NAME.matcher(person.name()).matches());
      boolean isEmail = email.length() <= 254 && EMAIL.matcher(email).matches();
      note(problems, "email", !isEmail);
      note(problems, "emailTwice", isEmail && !emailsSeen.add(email));
      note(problems, "emailKnown", isEmail && known.contains(email));
      boolean isName = AccountService.USERNAME.matcher(person.username()).matches();
      // Without an address there is nothing that a name could have been made of.
      boolean isTold = isEmail || !records.get(i).getOrDefault("username", "").isBlank();
      note(problems, "username", isTold && !isName);
      note(problems, "usernameTwice", isName && !namesSeen.add(person.username()));
      note(problems, "usernameTaken", isName && taken.contains(person.username()));
      note(problems, "role", !Set.of("", "employee", "admin").contains(role));
      note(
          problems,
          "language",
          person.language() != null && Languages.find(person.language()) == null);
      rows.add(new Row(lines.get(i), person, List.copyOf(problems)));
    }
    return List.copyOf(rows);
  }

  private static void note(List<String> problems, String problem, boolean is) {
    if (is) {
      problems.add("admin.import.error." + problem);
    }
  }

  private static @Nullable String language(Map<String, String> row) {
    String told = row.getOrDefault("language", "").strip().toLowerCase(Locale.ROOT);
    return told.isEmpty() ? null : told;
  }

  private static NewPerson person(Map<String, String> row) {
    String email = row.getOrDefault("email", "").strip();
    String given = row.getOrDefault("username", "").strip().toLowerCase(Locale.ROOT);
    int at = email.indexOf('@');
    String local = at < 0 ? "" : email.substring(0, at).toLowerCase(Locale.ROOT);
    return new NewPerson(
        given.isEmpty() ? local.replaceAll("[^a-z0-9._-]", "") : given,
        row.getOrDefault("name", "").strip(),
        email,
        row.getOrDefault("role", "").equalsIgnoreCase("admin") ? Role.ADMIN : Role.EMPLOYEE,
        language(row));
  }
}
