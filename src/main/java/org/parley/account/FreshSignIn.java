package org.parley.account;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has only just come in. It stands for the password where a person has none, in
 * front of what a browser left open must not be enough for.
 */
@Component
public class FreshSignIn {
  /** For how long a sign-in counts as fresh. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String ATTRIBUTE = FreshSignIn.class.getName();

  private final Clock clock;

  FreshSignIn(Clock clock) {
    this.clock = clock;
  }

  /** Whether the owner of {@code session} came in within {@link #LONGEST}. */
  public boolean isFresh(HttpSession session) {
    return session.getAttribute(ATTRIBUTE) instanceof Instant at
        && at.plus(LONGEST).isAfter(clock.instant());
  }

  void begin(HttpSession session) {
    session.setAttribute(ATTRIBUTE, clock.instant());
  }
}
