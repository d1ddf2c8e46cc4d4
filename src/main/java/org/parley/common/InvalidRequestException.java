package org.parley.common;

/**
 * A request that cannot be understood, with a sentence for the person who made it: answered 400.
 */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code sentence} is shown to the caller; it must hold no internals. */
  public InvalidRequestException(String sentence) {
    super(sentence);
  }
}
