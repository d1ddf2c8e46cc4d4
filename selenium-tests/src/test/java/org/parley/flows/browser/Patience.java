package org.parley.flows.browser;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.StaleElementReferenceException;

/**
 * How long a flow waits for what must happen, where no acceptance case gives a bound of its own.
 */
public final class Patience {
  /**
   * For what takes a moment; a loaded machine with two cores may need longer than a person's desk.
   */
  public static final Duration USUAL = Duration.ofSeconds(15);

  private static final Duration POLL = Duration.ofMillis(40);

  private Patience() {}

  /** Waits for {@code what} with the usual patience. */
  public static ConditionFactory await(String what) {
    return await(what, USUAL);
  }

  /** Waits for {@code what} at most {@code longest}. */
  public static ConditionFactory await(String what, Duration longest) {
    return Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .ignoreException(StaleElementReferenceException.class)
        .atMost(longest);
  }
}
