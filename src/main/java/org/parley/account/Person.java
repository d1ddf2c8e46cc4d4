package org.parley.account;

/**
 * What features may know of anybody.
 *
 * @param id the account's identifier
 * @param user the user part of the address of record
 * @param name the name shown to others
 * @param active whether the account is in use; others cannot be called or written to
 */
public record Person(long id, String user, String name, boolean active) {
  /** The person behind {@code account}. */
  static Person of(Account account) {
    return new Person(account.id(), account.sipUser(), account.displayName(), account.isActive());
  }
}
