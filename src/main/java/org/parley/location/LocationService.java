package org.parley.location;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.ClosingListener;
import org.parley.account.RateLimits;
import org.parley.account.RateLimits.Limit;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.NotFoundException;
import org.parley.common.Tokens;
import org.parley.push.PushService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people share of where they are. Nothing more exact than they chose is stored, nothing is
 * kept of where they were before, and nothing once it is over. Not noted in any log.
 */
@Service
@Transactional
public class LocationService implements ClosingListener {
  /** What open browsers of the person themselves are told. */
  static final String MINE = "location";

  private static final int KEY_LENGTH = 22;
  private static final int BATCH = 200;

  private final LocationDao locations;
  private final MapBell bell;
  private final Gazetteer towns;
  private final RateLimits limits;
  private final PushService push;
  private final Tokens tokens;
  private final Clock clock;

  LocationService(
      LocationDao locations,
      MapBell bell,
      Gazetteer towns,
      RateLimits limits,
      PushService push,
      Tokens tokens,
      Clock clock) {
    this.locations = locations;
    this.bell = bell;
    this.towns = towns;
    this.limits = limits;
    this.push = push;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What {@code me} shares now. */
  @Transactional(readOnly = true)
  Optional<Sharing> current(SignedIn me, Locale locale) {
    Instant now = clock.instant();
    return locations
        .find(me.id())
        .filter(location -> !location.isOver(now))
        .map(location -> sharing(location, locale));
  }

  /** When what {@code me} shares is over, for the sign in the shell; nothing where they do not. */
  @Transactional(readOnly = true)
  public boolean isSharing(SignedIn me) {
    Instant now = clock.instant();
    return locations.find(me.id()).filter(location -> !location.isOver(now)).isPresent();
  }

  /**
   * Shares from now on; whatever was shared before is replaced.
   *
   * @param place where {@code me} is, as exact as it was told
   */
  Sharing share(SignedIn me, ShareForm form, Position place, ReaderTime reader) {
    if (form.source() == null
        || form.detail() == null
        || form.audience() == null
        || form.lasting() == null) {
      throw new InvalidRequestException("problem.location");
    }
    limits.require(Limit.LOCATION, Long.toString(me.id()));
    Instant now = clock.instant();
    Optional<Location> before = locations.lock(me.id());
    before.ifPresent(this::ring);
    Location location = before.orElseGet(() -> new Location(me.id()));
    location.share(
        tokens.make().reveal().substring(0, KEY_LENGTH),
        form.source(),
        form.detail(),
        form.audience(),
        now,
        form.lasting().end(now, reader));
    put(location, place, now);
    if (before.isEmpty()) {
      locations.save(location);
    }
    changed(location);
    return sharing(location, reader.locale());
  }

  /**
   * Takes over a newer position from the browser that shares it.
   *
   * @throws NotFoundException where that is over
   */
  Sharing move(SignedIn me, @Nullable String key, Position place, Locale locale) {
    limits.require(Limit.LOCATION, Long.toString(me.id()));
    Instant now = clock.instant();
    Location location =
        locations
            .lock(me.id())
            .filter(shared -> !shared.isOver(now))
            .filter(shared -> shared.key().equals(key) && shared.source() == Source.DEVICE)
            .orElseThrow(NotFoundException::new);
    ring(location);
    put(location, place, now);
    ring(location);
    return sharing(location, locale);
  }

  /** Shares nothing any more, from this moment on; nothing is kept. */
  public void stop(SignedIn me) {
    end(me.id());
  }

  /** Whoever closed their account is nowhere. */
  @Override
  public void closing(long accountId) {
    end(accountId);
    bell.forget(accountId);
  }

  /**
   * Removes what is over.
   *
   * @return whether there may be more
   */
  boolean sweep() {
    List<Long> over = locations.over(clock.instant(), BATCH);
    over.forEach(this::end);
    return over.size() == BATCH;
  }

  /** Removes what people share whose accounts were shut; it is not shown before that either. */
  void sweepShut() {
    locations.ofShutAccounts(BATCH).forEach(this::end);
    bell.purge();
  }

  private void end(long accountId) {
    locations
        .lock(accountId)
        .ifPresent(
            location -> {
              changed(location);
              locations.remove(location);
            });
  }

  private void put(Location location, Position place, Instant now) {
    Position coarse = place.as(location.detail(), towns);
    location.move(coarse, towns.nearest(coarse.latitude(), coarse.longitude()).orElse(null), now);
  }

  private void changed(Location location) {
    ring(location);
    // That something is shared, or not any more, is all that the event says.
    push.tell(location.accountId(), MINE, Map.of());
  }

  private void ring(Location location) {
    bell.ring(location.accountId(), location.audience(), location.x(), location.y());
  }

  private Sharing sharing(Location location, Locale locale) {
    return new Sharing(
        location.key(),
        location.source(),
        location.detail(),
        location.audience(),
        location.latitude(),
        location.longitude(),
        location.accuracy(),
        towns.find(location.townId()).map(town -> town.name(locale)).orElse(null),
        location.updatedAt(),
        location.untilAt().equals(Lasting.NEVER) ? null : location.untilAt());
  }
}
