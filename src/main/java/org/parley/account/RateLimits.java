package org.parley.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often things that can be misused may be done. Counted in the database, so that every node
 * sees all of it, and before the thing is done, so that many at once get no further than as many
 * one after the other.
 */
@Service
@Transactional
public class RateLimits {
  /** The longest of all windows. */
  static final Duration LONGEST = Duration.ofDays(1);

  private final AttemptDao attempts;
  private final Clock clock;

  RateLimits(AttemptDao attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** What is limited. */
  public enum Limit {
    /** Accounts asked for from one network address. */
    REGISTRATION(20, Duration.ofHours(1)),
    /** Mails that ask one mail address to confirm itself. */
    VERIFICATION_MAIL(5, Duration.ofHours(1)),
    /** Requests for such mails, and links tried, from one network address. */
    VERIFICATION(60, Duration.ofHours(1)),
    /** Mails with a link for a new password to one account. */
    RESET_MAIL(5, Duration.ofHours(1)),
    /** Requests for such mails, and links tried, from one network address. */
    RESET(60, Duration.ofHours(1)),
    /** Answers to one account's secret question, right or wrong. */
    SECRET_ANSWER(5, LONGEST),
    /** Changes of one account's SIP name. */
    SIP_NAME(3, LONGEST),
    /** Mails that show whose an address is to whoever comes in through a provider. */
    PROVIDER_MAIL(3, Duration.ofHours(1)),
    /** Requests for such mails from one network address. */
    PROVIDER(20, Duration.ofHours(1)),
    /** Files of contacts that one account hands in. */
    CONTACT_IMPORT(30, Duration.ofHours(1)),
    /** Codes of one account's second factor, one after the other. */
    FACTOR(6, Duration.ofMinutes(15)),
    /** Such codes in a day, so that patience does not help either. */
    FACTOR_DAY(60, LONGEST),
    /** Positions that one account tells. */
    LOCATION(90, Duration.ofMinutes(15));

    private final int most;
    private final Duration window;

    Limit(int most, Duration window) {
      this.most = most;
      this.window = window;
    }

    /** How many are allowed in {@link #window()}. */
    public int most() {
      return most;
    }

    /** How long they count. */
    public Duration window() {
      return window;
    }
  }

  /** Counts one more by {@code who}; whether it is allowed. */
  public boolean allows(Limit limit, String who) {
    Instant now = clock.instant();
    Instant since = now.minus(limit.window());
    String key = key(limit, who);
    attempts.count(List.of(key), now, since);
    return attempts.counts(List.of(key), since).getOrDefault(key, 0) <= limit.most();
  }

  /** Takes one by {@code who} back that turned out to be none to be limited. */
  public void takeBack(Limit limit, String who) {
    attempts.uncount(List.of(key(limit, who)));
  }

  private static String key(Limit limit, String who) {
    return limit.name().toLowerCase(Locale.ROOT) + ":" + Digests.of(who);
  }

  /**
   * Counts one more by {@code who}.
   *
   * @throws TooManyRequestsException where it is one too many
   */
  public void require(Limit limit, String who) {
    if (!allows(limit, who)) {
      throw new TooManyRequestsException(limit.window());
    }
  }
}
