package org.parley.phonebook;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.common.Csv;

/** Contacts as a table that spreadsheets and this portal read. */
final class CsvWriting implements CardWriting {
  private static final int COLUMNS = 5;

  @Override
  public void begin(Writer out) throws IOException {
    // By this mark spreadsheets know the encoding.
    out.write('\ufeff');
    List<Object> heads =
        new ArrayList<>(List.of("Name", "Organisation", "Job", "Notes", "Favourite", "Groups"));
    for (String kind : List.of("SIP", "Phone", "Email")) {
      for (int i = 1; i <= COLUMNS; i++) {
        heads.add(kind + " " + i);
      }
    }
    out.write(Csv.line(heads.toArray()));
  }

  @Override
  public void write(Writer out, ExportService.Entry entry) throws IOException {
    List<Object> cells =
        new ArrayList<>(
            Arrays.asList(
                entry.name(),
                text(entry.organisation()),
                text(entry.job()),
                text(entry.notes()),
                entry.favourite() ? "1" : "",
                String.join("; ", entry.groups())));
    for (AddressKind kind : AddressKind.values()) {
      List<String> values =
          entry.addresses().stream()
              .filter(one -> one.kind() == kind)
              .map(ExportService.Reach::value)
              .limit(COLUMNS)
              .toList();
      cells.addAll(values);
      for (int i = values.size(); i < COLUMNS; i++) {
        cells.add("");
      }
    }
    out.write(Csv.line(cells.toArray()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
