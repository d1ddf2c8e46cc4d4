package org.parley.account;

/** A feature that keeps the names of people beside their identifiers. */
public interface NameListener {
  /** Others see another name of somebody, told in the transaction that gives it. */
  void called(long accountId, String name);
}
