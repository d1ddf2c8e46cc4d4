package org.parley.account;

/**
 * Where an account is in its life. Only {@link #ACTIVE} ones can sign in, register or be called.
 */
public enum AccountStatus {
  /** Asked for; the mail address is not yet confirmed. */
  UNVERIFIED,
  /** Asked for, not yet approved by an administrator. */
  PENDING,
  /** Made by an administrator; its owner has not taken it up yet. */
  INVITED,
  /** In use. */
  ACTIVE,
  /** Shut by an administrator; can be opened again. */
  DISABLED,
  /** Closed for good; the row stays so that the history of others keeps pointing at somebody. */
  DELETED
}
