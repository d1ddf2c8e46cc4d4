package org.parley.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.account.AccountFeed.Change;

/**
 * Follows changes by the time at which they were written. What is written is seen only when its
 * transaction ends, and clocks of nodes differ a little, so the last {@link #OVERLAP} is looked at
 * each time again; what was told once is told no second time.
 */
final class Tail {
  /** How much later than it says a change may turn up. */
  static final Duration OVERLAP = Duration.ofSeconds(30);

  private static final int BATCH = 1_000;

  private final Source source;
  private final Map<Long, Instant> told = new HashMap<>();
  private Instant looked;

  /** Where changes come from. */
  @FunctionalInterface
  interface Source {
    /** Those after {@code last}, in order of time and identifier. */
    List<Change> after(Change last, int limit);
  }

  /** What changes from {@code begin} on. */
  Tail(Source source, Instant begin) {
    this.source = source;
    this.looked = begin;
  }

  /** The accounts that changed since the last call. */
  List<Long> next(Instant now) {
    Instant from = looked.minus(OVERLAP);
    List<Long> changed = new ArrayList<>();
    Change last = new Change(from, 0);
    List<Change> some;
    do {
      some = source.after(last, BATCH);
      for (Change change : some) {
        if (!change.at().equals(told.put(change.id(), change.at()))) {
          changed.add(change.id());
        }
        last = change;
      }
    } while (some.size() == BATCH);
    looked = now;
    told.values().removeIf(at -> at.isBefore(from));
    return changed;
  }
}
