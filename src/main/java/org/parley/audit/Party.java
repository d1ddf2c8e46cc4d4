package org.parley.audit;

/** Who does something, or to whom it is done. */
public interface Party {
  /** The account's identifier. */
  long id();

  /** The sign-in name. */
  String username();
}
