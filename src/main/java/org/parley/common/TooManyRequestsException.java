package org.parley.common;

import java.time.Duration;

/** A limit was reached: answered 429 with {@code Retry-After}. */
public final class TooManyRequestsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** The caller may try again after {@code retryAfter}. */
  public TooManyRequestsException(Duration retryAfter) {
    super("too many requests");
    this.retryAfter = retryAfter;
  }

  /** How long the caller should wait. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
