package org.parley.location;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.push.PushService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells open maps to look again. A page is told once and not again until it has looked, so however
 * many people move, it looks as often as it wants to.
 */
@Service
@Transactional
class MapBell {
  /** What open browsers are told; nothing of who or where. */
  static final String LOOK = "map";

  /** A page looks again by itself more often than that. */
  private static final Duration OPEN = Duration.ofMinutes(3);

  private final WatchDao watches;
  private final PushService push;
  private final Clock clock;

  MapBell(WatchDao watches, PushService push, Clock clock) {
    this.watches = watches;
    this.push = push;
    this.clock = clock;
  }

  /** A page looks at a part of the map, now. */
  public void look(long accountId, String page, Box box) {
    watches.look(accountId, page, box, clock.instant());
  }

  /** Something changes at this place that those who may know of {@code owner} can see. */
  public void ring(long owner, Audience audience, int x, int y) {
    Instant since = clock.instant().minus(OPEN);
    List<Long> told = watches.ring(owner, audience, x, y, since);
    push.tell(
        told.stream().map(account -> new PushService.Notice(account, LOOK, Map.of())).toList());
  }

  /** Forgets what somebody's pages look at. */
  public void forget(long accountId) {
    watches.forget(accountId);
  }

  /** Forgets pages that are closed. */
  public void purge() {
    watches.purge(clock.instant().minus(OPEN));
  }
}
