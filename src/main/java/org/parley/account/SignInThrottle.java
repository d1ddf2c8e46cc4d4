package org.parley.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing without locking anybody out for good. The tightest limit is for a name from
 * one address, so that a stranger elsewhere cannot keep a person out; wider ones catch guessing
 * spread over addresses or over names. Every window ends by itself.
 *
 * <p>A try is counted before its password is looked at, and taken back where it was no guess: so
 * many tries at once get no further than as many one after the other.
 */
@Service
@Transactional
public class SignInThrottle {
  /** How long failures count. */
  public static final Duration WINDOW = Duration.ofMinutes(15);

  /** Failures allowed for one name from one address. */
  public static final int PAIR_LIMIT = 8;

  /** Failures allowed for one name from anywhere. */
  public static final int NAME_LIMIT = 60;

  /** Failures allowed from one address, which may be a whole office. */
  public static final int ADDRESS_LIMIT = 200;

  private final AttemptDao attempts;
  private final Clock clock;

  SignInThrottle(AttemptDao attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** What one try counts towards, the widest first. */
  private record Keys(String address, String name, String pair) {
    static Keys of(String username, String address) {
      return new Keys(
          "address:" + address,
          // Whatever was typed as a name may be a password, so it is never stored as it was typed.
          "name:" + Digests.of(username),
          "pair:" + Digests.of(username + " " + address));
    }

    List<String> all() {
      return List.of(address, name, pair);
    }
  }

  /** Counts a try with {@code username} from {@code address}; whether it may be made. */
  public boolean begin(String username, String address) {
    Keys keys = Keys.of(username, address);
    Instant now = clock.instant();
    Instant since = now.minus(WINDOW);
    attempts.count(keys.all(), now, since);
    Map<String, Integer> counts = attempts.counts(keys.all(), since);
    return counts.getOrDefault(keys.pair(), 0) <= PAIR_LIMIT
        && counts.getOrDefault(keys.name(), 0) <= NAME_LIMIT
        && counts.getOrDefault(keys.address(), 0) <= ADDRESS_LIMIT;
  }

  /** The try was right: earlier slips of this person from this address are forgotten. */
  public void succeeded(String username, String address) {
    Keys keys = Keys.of(username, address);
    attempts.uncount(List.of(keys.address(), keys.name()));
    attempts.forget(keys.pair());
  }

  /** The try could not be decided, through no fault of whoever made it. */
  public void undecided(String username, String address) {
    attempts.uncount(Keys.of(username, address).all());
  }

  /** Removes windows that have ended. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  public void purge() {
    attempts.purge(clock.instant().minus(RateLimits.LONGEST));
  }
}
