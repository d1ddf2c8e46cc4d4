package org.parley.account;

/** A feature that trusts browsers because a password was typed in them. */
public interface PasswordListener {
  /**
   * An account has another password, told in the transaction that sets it: whoever knew the old one
   * must not come in by what they left behind.
   */
  void passwordChanged(long accountId);
}
