package org.parley.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.account.ReaderTime;
import org.parley.audit.Act;
import org.parley.audit.AuditFilter;
import org.parley.common.InvalidRequestException;
import org.parley.common.Page;

/**
 * What is looked for in the log, as it stands in the address of the page; days are the reader's.
 *
 * @param actor the sign-in name of who did it
 * @param subject the sign-in name or address of whom it concerns
 * @param act an {@link Act}'s key
 * @param from the first day, {@code 2026-05-03}
 * @param to the last day
 * @param before the line before the first one of the page
 */
public record AuditForm(
    @Nullable String actor,
    @Nullable String subject,
    @Nullable String act,
    @Nullable String from,
    @Nullable String to,
    @Nullable String before) {

  AuditFilter filter(ReaderTime reader) {
    String key = given(act);
    Act wanted =
        key == null
            ? null
            : Arrays.stream(Act.values())
                .filter(a -> a.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("problem.choice", key));
    return new AuditFilter(
        given(actor), given(subject), wanted, start(from, 0, reader), start(to, 1, reader));
  }

  long line() {
    String text = given(before);
    try {
      return text == null ? Long.MAX_VALUE : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidRequestException("problem.page");
    }
  }

  private static @Nullable Instant start(@Nullable String day, int later, ReaderTime reader) {
    String text = given(day);
    try {
      return text == null ? null : reader.start(LocalDate.parse(text).plusDays(later));
    } catch (DateTimeException e) {
      throw new InvalidRequestException("problem.day");
    }
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** As many lines as a page shows. */
  static final int LINES = Math.min(50, Page.MOST);
}
