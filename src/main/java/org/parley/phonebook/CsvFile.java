package org.parley.phonebook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads tables of contacts whose first line names the columns. */
final class CsvFile {
  /** As many columns as are looked at. */
  static final int MOST_COLUMNS = 100;

  /** What may stand between two columns. */
  static final String DELIMITERS = ",;\t";

  private static final Set<String> YES = Set.of("1", "true", "yes", "ja", "x", "*");
  private static final Pattern GROUPS = Pattern.compile("\\s*(?:;|,|\\||:::)\\s*");

  private CsvFile() {}

  /** The delimiter that the first line has most of. */
  static char delimiter(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char best = ',';
    long most = 0;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char one = DELIMITERS.charAt(i);
      long count = first.chars().filter(c -> c == one).count();
      if (count > most) {
        most = count;
        best = one;
      }
    }
    return best;
  }

  /** The first {@code limit} lines as they stand, the headings first. */
  static List<List<String>> preview(String text, char delimiter, int limit) {
    List<List<String>> lines = new ArrayList<>();
    try (CSVParser parser = parser(text, delimiter)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (lines.size() < limit && records.hasNext()) {
        List<String> cells = records.next().toList();
        lines.add(cells.subList(0, Math.min(MOST_COLUMNS, cells.size())));
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return lines; // What cannot be read is told when it is taken over.
    }
    return lines;
  }

  /**
   * Reads all lines behind the first.
   *
   * @param fields what each column holds
   * @param cards takes each card, and says whether to go on
   * @param problems takes what will not do
   */
  static void read(
      long owner,
      String text,
      char delimiter,
      List<CsvField> fields,
      @Nullable String region,
      Predicate<Card> cards,
      Consumer<CardProblem> problems) {
    int line = 1;
    try (CSVParser parser = parser(text, delimiter)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (records.hasNext()) {
        records.next();
      }
      while (records.hasNext()) {
        CSVRecord record = records.next();
        line = (int) record.getRecordNumber();
        CardBuilder builder = new CardBuilder(owner, line, region, problems);
        for (int column = 0; column < Math.min(record.size(), fields.size()); column++) {
          fill(builder, fields.get(column), record.get(column));
        }
        java.util.Optional<Card> card = builder.build();
        if (card.isPresent() && !cards.test(card.get())) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      problems.accept(new CardProblem(line + 1, "phonebook.import.problem.table", ""));
    }
  }

  private static void fill(CardBuilder builder, CsvField field, String cell) {
    String text = plain(cell);
    switch (field) {
      case NAME -> builder.name(text);
      case FIRST -> builder.first(text);
      case LAST -> builder.last(text);
      case ORGANISATION -> builder.organisation(text);
      case JOB -> builder.job(text);
      case NOTES -> builder.notes(text);
      case TEL -> each(text, one -> builder.address(AddressKind.TEL, one, null));
      case EMAIL -> each(text, one -> builder.address(AddressKind.EMAIL, one, null));
      case SIP -> builder.address(AddressKind.SIP, text, null);
      case GROUPS -> GROUPS.splitAsStream(text).forEach(builder::group);
      case FAVOURITE -> builder.favourite(YES.contains(text.strip().toLowerCase(Locale.ROOT)));
      case IGNORE -> {
        // Not wanted.
      }
    }
  }

  // Google puts several into one cell.
  private static void each(String text, Consumer<String> take) {
    for (String one : text.split(" ::: ", -1)) {
      take.accept(one);
    }
  }

  // An apostrophe keeps spreadsheets from taking "+49 …" for a formula: this portal writes it too.
  private static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  private static CSVParser parser(String text, char delimiter) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    return CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
  }
}
