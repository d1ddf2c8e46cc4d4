package org.parley.common;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, which passes by itself, from a fault of ours. */
public final class Outage {
  /** When it is worth asking again. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  // SQL:2016 part 2, table 38: class 08 is "connection exception".
  private static final String CONNECTION_EXCEPTION = "08";

  private Outage() {}

  /** Whether {@code problem} comes from a connection that could not be had or was lost. */
  public static boolean isOne(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = next(cause)) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLRecoverableException
          || (cause instanceof SQLException sql
              && sql.getSQLState() != null
              && sql.getSQLState().startsWith(CONNECTION_EXCEPTION))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable problem) {
    return problem.getCause() == problem ? null : problem.getCause();
  }
}
