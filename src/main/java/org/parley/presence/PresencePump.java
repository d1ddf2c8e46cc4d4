package org.parley.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.presence.PresenceService.Shown;
import org.parley.push.LiveStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows what the SIP core sees and what people choose, and tells the browsers that are open on
 * this node: each what its owner may see. Every node does so for itself, from the same rows;
 * nothing is written. Rows may be committed later than others that were written after them, so each
 * look goes back a little, and now and then a good deal. One thread at a time uses it.
 */
@Component
public class PresencePump {
  private static final Logger log = LoggerFactory.getLogger(PresencePump.class);
  private static final Duration POLL = Duration.ofMillis(40);
  private static final Duration NOBODY_LISTENS = Duration.ofMillis(250);
  private static final Duration FAILED = Duration.ofSeconds(1);
  private static final Duration BACK = Duration.ofSeconds(2);
  private static final Duration FAR_BACK = Duration.ofSeconds(40);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final Duration CORES = Duration.ofSeconds(1);
  private static final int MOST_TOLD = 50_000;

  private final PresenceService presences;
  private final LiveStreams streams;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  private @Nullable Instant cursor;
  private final Map<String, Instant> handled = new HashMap<>();
  private final Map<Long, Seen> told = new HashMap<>();
  private Instant sweptAt = Instant.EPOCH;
  private Instant coresAt = Instant.EPOCH;
  private @Nullable Set<String> silent;
  private boolean failed;

  PresencePump(PresenceService presences, LiveStreams streams, Clock clock) {
    this.presences = presences;
    this.streams = streams;
    this.clock = clock;
  }

  /**
   * Tells what has changed.
   *
   * @return how long to wait before the next step
   */
  public Duration step() {
    Set<Long> viewers = streams.accounts();
    if (viewers.isEmpty()) {
      cursor = null;
      return NOBODY_LISTENS;
    }
    try {
      long begun = System.nanoTime();
      follow(viewers);
      if (failed) {
        failed = false;
        askAgain(viewers);
      }
      // Where telling takes long, several changes are told at once.
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      return taken.compareTo(POLL) > 0 ? taken : POLL;
    } catch (RuntimeException e) {
      log.warn("Presence cannot be read: {}", e.toString());
      failed = true;
      return FAILED;
    }
  }

  private void follow(Set<Long> viewers) {
    if (cursor == null) {
      // Whoever has just opened a stream asks for a snapshot after that.
      cursor = presences.databaseTime();
      handled.clear();
      told.clear();
    }
    Instant now = clock.instant();
    boolean isSweep = sweptAt.plus(SWEEP).isBefore(now);
    PresenceService.News news = presences.since(cursor.minus(isSweep ? FAR_BACK : BACK));
    if (isSweep) {
      sweptAt = now;
      Instant oldest = cursor.minus(FAR_BACK.multipliedBy(2));
      handled.values().removeIf(at -> at.isBefore(oldest));
    }
    Set<String> changed = new HashSet<>();
    Set<String> circles = new HashSet<>();
    news.seen().stream().filter(this::isNews).forEach(change -> changed.add(change.user()));
    news.circles().stream().filter(this::isNews).forEach(change -> circles.add(change.user()));
    changed.addAll(circles);
    if (!changed.isEmpty()) {
      tell(presences.shown(changed), circles, viewers);
    }
    if (coresAt.plus(CORES).isBefore(now)) {
      coresAt = now;
      lookAtCores(viewers);
    }
  }

  private boolean isNews(PresenceDao.Change change) {
    if (cursor == null || change.at().isAfter(cursor)) {
      cursor = change.at();
    }
    return handled.putIfAbsent(change.key(), change.at()) == null;
  }

  private void lookAtCores(Set<Long> viewers) {
    Set<String> now = presences.silentCores();
    Set<String> before = silent;
    silent = now;
    if (before != null && !before.equals(now)) {
      askAgain(viewers);
    }
  }

  private void askAgain(Set<Long> viewers) {
    told.clear();
    String text = json.writeValueAsString(new PresenceView.News(List.of(), null, true));
    viewers.forEach(viewer -> streams.send(viewer, "presence", text));
  }

  private void tell(List<Shown> people, Set<String> circles, Set<Long> viewers) {
    List<Shown> open = new ArrayList<>();
    List<Shown> limited = new ArrayList<>();
    Set<Long> themselves = new HashSet<>();
    for (Shown shown : people) {
      long account = shown.known().accountId();
      themselves.add(account);
      Seen before = told.put(account, shown.byOthers());
      // Only of what an invisible person does nothing may get out. Anything else is told even where
      // it is
      // as it was told last: a page may have asked in between, and have heard something else.
      boolean isOtherwise = !shown.isInvisible() || !Objects.equals(before, shown.byOthers());
      boolean isCircle = circles.contains(shown.known().user());
      if (isOtherwise || isCircle) {
        // Who may no longer see somebody is told so; who never could is told nothing.
        (shown.limit() == null && !isCircle ? open : limited).add(shown);
      }
    }
    if (told.size() > MOST_TOLD) {
      told.clear();
    }
    String shared = open.isEmpty() ? null : text(open, null);
    for (long viewer : viewers) {
      if (limited.isEmpty() && !themselves.contains(viewer)) {
        if (shared != null) {
          streams.send(viewer, "presence", shared);
        }
      } else {
        tellOne(viewer, people, open, limited, circles);
      }
    }
  }

  private void tellOne(
      long viewer, List<Shown> people, List<Shown> open, List<Shown> limited, Set<String> circles) {
    List<PresenceView> views = new ArrayList<>();
    PresenceView.OwnView own = null;
    for (Shown shown : people) {
      if (shown.known().accountId() == viewer) {
        views.add(PresenceView.of(shown.known().user(), shown.byOneself()));
        own = PresenceView.OwnView.of(shown.known().own());
      }
    }
    for (Shown shown : open) {
      if (shown.known().accountId() != viewer) {
        views.add(PresenceView.of(shown.known().user(), shown.byOthers()));
      }
    }
    for (Shown shown : limited) {
      if (shown.known().accountId() == viewer) {
        continue;
      }
      if (shown.isFor(viewer)) {
        views.add(PresenceView.of(shown.known().user(), shown.byOthers()));
      } else if (circles.contains(shown.known().user())) {
        views.add(PresenceView.of(shown.known().user(), shown.byStrangers()));
      }
    }
    if (!views.isEmpty()) {
      streams.send(
          viewer, "presence", json.writeValueAsString(new PresenceView.News(views, own, false)));
    }
  }

  private String text(List<Shown> people, PresenceView.@Nullable OwnView own) {
    List<PresenceView> views =
        people.stream()
            .map(shown -> PresenceView.of(shown.known().user(), shown.byOthers()))
            .toList();
    return json.writeValueAsString(new PresenceView.News(views, own, false));
  }
}
