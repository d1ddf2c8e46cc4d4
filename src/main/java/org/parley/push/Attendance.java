package org.parley.push;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What this node has told of who has a page open at it. One thread uses it. */
final class Attendance {
  private final OpenPages pages;
  private final Clock clock;
  private final String node = UUID.randomUUID().toString();
  private final Set<Long> told = new HashSet<>();
  private Instant renewedAt = Instant.EPOCH;

  Attendance(OpenPages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /** Tells what has changed since the last time, and now and then all of it. */
  void tell(Set<Long> there) {
    Instant now = clock.instant();
    boolean renew = renewedAt.plus(OpenPages.RENEWED).isBefore(now);
    Set<Long> news =
        there.stream().filter(id -> renew || !told.contains(id)).collect(Collectors.toSet());
    Set<Long> gone = told.stream().filter(id -> !there.contains(id)).collect(Collectors.toSet());
    if (!news.isEmpty() || !gone.isEmpty()) {
      pages.note(node, news, gone);
    }
    told.clear();
    told.addAll(there);
    if (renew) {
      renewedAt = now;
    }
  }
}
