package org.parley.account;

/** A feature that keeps what belongs to a person alone. */
public interface ClosingListener {
  /** The account is being closed for good: whatever tells of its owner has to go, now. */
  void closing(long accountId);
}
