package org.parley.common;

import org.springframework.dao.ConcurrencyFailureException;

/** Does once more what a transaction of somebody else came in the way of. */
public final class Attempts {
  private static final int MOST = 3;

  private Attempts() {}

  /**
   * Runs {@code act}, each time in a transaction of its own.
   *
   * @throws ConcurrencyFailureException where others came in the way each time
   */
  public static void run(Runnable act) {
    for (int attempt = 1; ; attempt++) {
      try {
        act.run();
        return;
      } catch (ConcurrencyFailureException e) {
        // A deadlock was broken, or the row has changed since it was read: nothing is done yet.
        if (attempt == MOST) {
          throw e;
        }
      }
    }
  }
}
