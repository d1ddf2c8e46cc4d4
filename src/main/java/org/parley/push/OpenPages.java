package org.parley.push;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a page of the portal open, on whichever node. */
@Service
@Transactional
public class OpenPages {
  /** How often a node says that somebody is still there. */
  static final Duration RENEWED = Duration.ofSeconds(30);

  /** How long that counts: a node that died says nothing any more. */
  private static final Duration COUNTS = Duration.ofSeconds(90);

  private final OpenPageDao pages;
  private final Clock clock;

  OpenPages(OpenPageDao pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /** Whether somebody has a page open. */
  @Transactional(readOnly = true)
  public boolean isThere(long accountId) {
    return pages.isThere(accountId, clock.instant().minus(COUNTS));
  }

  /** These people are at {@code node}, and those are not any more. */
  void note(String node, Collection<Long> there, Collection<Long> gone) {
    pages.note(node, there, clock.instant());
    pages.remove(node, gone);
  }

  /** Removes what nodes left behind that died. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
  public void purge() {
    pages.purge(clock.instant().minus(Duration.ofHours(1)));
  }
}
