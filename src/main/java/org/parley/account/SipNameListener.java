package org.parley.account;

/** A feature that keeps SIP names beside identifiers. */
public interface SipNameListener {
  /**
   * Somebody has another SIP name, told in the transaction that gives it.
   *
   * @param accountId whose
   * @param before the name until now
   * @param after the name from now on
   */
  void renamed(long accountId, String before, String after);
}
