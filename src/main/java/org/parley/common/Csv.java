package org.parley.common;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes tables as comma-separated values (RFC 4180). */
public final class Csv {
  private Csv() {}

  /** One line with its line break. */
  public static String line(Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  // Spreadsheets take a cell that begins like a formula for one, whatever its quotes: an apostrophe
  // makes it a text.
  private static String cell(Object value) {
    String text = value.toString();
    boolean formula = !text.isEmpty() && "=+-@\t\r\n|".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
