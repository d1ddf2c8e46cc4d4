package org.parley.common;

/** What was asked for does not exist, or is not the asking person's to see: answered 404. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nothing by that identifier. */
  public NotFoundException() {
    super("not found");
  }
}
