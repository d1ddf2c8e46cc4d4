package org.parley.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.account.SignedIn;
import org.parley.phone.Capabilities;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people are, as each reader may see it, and what people choose. */
@Service
@Transactional
public class PresenceService {
  /** As many people as one question may name. */
  public static final int MOST = 500;

  /** The core says every 3 s that it lives; after this long it is not believed any more. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** After this long, where another core lives, what a silent one wrote is over. */
  private static final Duration OVER = Duration.ofMinutes(10);

  private static final int MOST_CHANGES = 20_000;
  private static final int MOST_ENDS = 500;

  private final PresenceDao presences;
  private final Circles circles;
  private final Capabilities capabilities;
  private final Clock clock;

  PresenceService(PresenceDao presences, Circles circles, Capabilities capabilities, Clock clock) {
    this.presences = presences;
    this.capabilities = capabilities;
    this.circles = circles;
    this.clock = clock;
  }

  /** How {@code me} sees these people, by their user names; nobody is left out. */
  @Transactional(readOnly = true)
  public Map<String, Seen> seen(SignedIn me, Collection<String> users) {
    Instant now = clock.instant();
    List<Known> people = find(Set.copyOf(users));
    Set<Long> hidden = circles.hiddenFrom(me.id(), people);
    Map<String, Seen> seen = new HashMap<>();
    users.forEach(user -> seen.put(user, Seen.OFFLINE));
    for (Known known : people) {
      if (seen.containsKey(known.user())) {
        seen.put(known.user(), seen(known, me.id(), hidden.contains(known.accountId()), now));
      }
    }
    return seen;
  }

  private List<Known> find(Collection<String> users) {
    List<Known> people = presences.findByUser(users, SILENCE, OVER);
    List<String> there =
        people.stream().filter(known -> known.word() != Word.OFFLINE).map(Known::user).toList();
    Map<String, Capabilities.Devices> devices = capabilities.of(there);
    return people.stream().map(known -> known.at(devices.get(known.user()))).toList();
  }

  private static Seen seen(Known known, long viewer, boolean isHidden, Instant now) {
    if (known.accountId() == viewer) {
      return Seen.byOneself(known, now);
    }
    return isHidden ? Seen.byStrangers(known) : Seen.byOthers(known, now);
  }

  /** What {@code me} chose. */
  @Transactional(readOnly = true)
  public Own own(SignedIn me) {
    Own own = own(me.id());
    Instant until = own.until();
    return until != null && !clock.instant().isBefore(until)
        ? new Own(Choice.AVAILABLE, until, null, own.audience(), own.awayMinutes())
        : own;
  }

  private Own own(long accountId) {
    return presences.findById(List.of(accountId), SILENCE, OVER).stream()
        .findFirst()
        .map(Known::own)
        .orElse(Own.FIRST);
  }

  /**
   * Lets {@code me} be seen so from now on.
   *
   * @param until when that ends by itself; none leaves it until it is changed
   */
  public void choose(SignedIn me, Choice choice, @Nullable Instant until) {
    presences.choose(me.id(), choice, choice == Choice.AVAILABLE ? null : until);
  }

  /** Takes over who may see {@code me}, and after how many idle minutes they are away. */
  public void show(SignedIn me, Audience audience, int awayMinutes) {
    presences.show(me.id(), audience, awayMinutes);
  }

  /** Ends choices whose time is over, for whoever follows them. */
  @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT10S")
  public void endChoices() {
    presences.endChoices(clock.instant(), MOST_ENDS);
  }

  // --- for those who follow

  /** What was written lately. */
  record News(List<PresenceDao.Change> seen, List<PresenceDao.Change> circles) {}

  @Transactional(readOnly = true)
  News since(Instant after) {
    List<PresenceDao.Change> seen = new ArrayList<>(presences.seenSince(after, MOST_CHANGES));
    seen.addAll(presences.chosenSince(after, MOST_CHANGES));
    return new News(seen, presences.circlesSince(after, MOST_CHANGES));
  }

  @Transactional(readOnly = true)
  Instant databaseTime() {
    return presences.now();
  }

  @Transactional(readOnly = true)
  Set<String> silentCores() {
    return presences.silentCores(SILENCE);
  }

  /**
   * Somebody as they are now.
   *
   * @param known all that is known of them
   * @param byOthers how those see them who may
   * @param byOneself how they see themselves
   * @param byStrangers how those see them who may not
   * @param limit who may; none where everybody may
   * @param isInvisible whether they are to be seen as offline, whatever they do
   */
  record Shown(
      Known known,
      Seen byOthers,
      Seen byOneself,
      Seen byStrangers,
      @Nullable LongPredicate limit,
      boolean isInvisible) {
    boolean isFor(long viewer) {
      return limit == null || limit.test(viewer);
    }
  }

  @Transactional(readOnly = true)
  List<Shown> shown(Collection<String> users) {
    Instant now = clock.instant();
    List<Known> people = find(users);
    Map<Long, LongPredicate> limits = circles.limits(people);
    return people.stream()
        .map(
            known ->
                new Shown(
                    known,
                    Seen.byOthers(known, now),
                    Seen.byOneself(known, now),
                    Seen.byStrangers(known),
                    limits.get(known.accountId()),
                    known.own().now(now) == Choice.INVISIBLE))
        .collect(Collectors.toList());
  }
}
