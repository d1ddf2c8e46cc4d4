package org.parley.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many accounts may be asked for from one address in an hour. */
@Service
@Transactional
public class RegistrationLimit {
  /** Accounts from one address in {@link #WINDOW}. */
  public static final int LIMIT = 20;

  /** The time in which they count. */
  public static final Duration WINDOW = Duration.ofHours(1);

  private final AttemptDao attempts;
  private final Clock clock;

  RegistrationLimit(AttemptDao attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Counts one request from {@code address}; throws where it is one too many. */
  public void count(String address) {
    Instant now = clock.instant();
    String key = "register:" + address;
    if (attempts.counts(List.of(key), now.minus(WINDOW)).getOrDefault(key, 0) >= LIMIT) {
      throw new TooManyRequestsException(WINDOW);
    }
    attempts.count(List.of(key), now, now.minus(WINDOW));
  }
}
