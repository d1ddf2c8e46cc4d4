package org.parley.common;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is read by key: however long the list, a page costs the same.
 *
 * @param items what the page shows
 * @param next where the page behind it begins; none where this is the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** As many as one request gets at the most. */
  public static final int MOST = 100;

  /** How many were asked for, within bounds. */
  public static int limit(@Nullable Integer asked, int usual) {
    return asked == null ? usual : Math.max(1, Math.min(asked, MOST));
  }

  /**
   * Makes a page of {@code found}, which was asked for with one more than {@code limit} to see
   * whether anything follows.
   */
  public static <R> Page<R> of(List<R> found, int limit, Function<R, Key> key) {
    if (found.size() <= limit) {
      return new Page<>(List.copyOf(found), null);
    }
    List<R> items = List.copyOf(found.subList(0, limit));
    return new Page<>(items, key.apply(items.get(limit - 1)).toString());
  }

  /** The same page of what {@code change} makes of its items. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }

  /**
   * Where a page begins in a list by time, newest first. Its text travels through browsers.
   *
   * @param at the time of the last item before
   * @param id its identifier, because two may have one time
   */
  public record Key(Instant at, long id) {
    /** Before everything there is. */
    public static final Key START = new Key(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    /**
     * Reads what {@link #toString()} wrote; nothing means the beginning.
     *
     * @throws InvalidRequestException where it is something else
     */
    public static Key parse(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return START;
      }
      int dash = text.indexOf('-', 1);
      try {
        if (dash > 0) {
          Instant at =
              Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS);
          return new Key(at, Long.parseLong(text.substring(dash + 1)));
        }
      } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
        throw notAKey();
      }
      throw notAKey();
    }

    private static InvalidRequestException notAKey() {
      return new InvalidRequestException("problem.page");
    }

    @Override
    public String toString() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
  }
}
