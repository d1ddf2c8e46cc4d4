package org.parley.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows the event table. Identifiers are handed out before rows are committed, so a missing
 * number is asked for again until it turns up or {@link #PATIENCE} has passed; none is delivered
 * twice.
 */
final class PushTail {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_MISSING = 1_000;
  private static final int BATCH = 500;

  private final PushService events;
  private final Clock clock;
  private final Map<Long, Instant> missing = new TreeMap<>();
  private long last;

  PushTail(PushService events, Clock clock) {
    this.events = events;
    this.clock = clock;
    this.last = events.last();
  }

  /** What has appeared since the last call. */
  List<PushEvent> next() {
    List<PushEvent> found = new ArrayList<>();
    if (!missing.isEmpty()) {
      for (PushEvent late : events.findAll(List.copyOf(missing.keySet()))) {
        missing.remove(late.id());
        found.add(late);
      }
      forget();
    }
    Instant now = clock.instant();
    for (PushEvent event : events.after(last, BATCH)) {
      for (long id = Math.max(last + 1, event.id() - MOST_MISSING); id < event.id(); id++) {
        missing.put(id, now);
      }
      last = event.id();
      found.add(event);
    }
    return found;
  }

  private void forget() {
    Instant before = clock.instant().minus(PATIENCE);
    Iterator<Instant> since = missing.values().iterator();
    while (since.hasNext()) {
      if (since.next().isBefore(before)) {
        since.remove();
      }
    }
  }
}
