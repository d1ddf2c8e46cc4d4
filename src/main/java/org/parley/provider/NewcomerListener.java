package org.parley.provider;

/** Told of people who get an account because a provider says who they are. */
public interface NewcomerListener {
  /**
   * An account is being made, in the transaction that makes it.
   *
   * @param accountId the new account
   * @param identity what the provider told
   */
  void admitted(long accountId, Identity identity);
}
