package org.parley.account;

/**
 * Where an account is in its life. Only {@link #ACTIVE} ones can sign in, register or be called.
 */
public enum AccountStatus {
  /** Asked for on the sign-in page, not yet approved. */
  PENDING,
  /** In use. */
  ACTIVE,
  /** Shut by an administrator; can be opened again. */
  DISABLED,
  /** Closed for good; the row stays so that the history of others keeps pointing at somebody. */
  DELETED
}
