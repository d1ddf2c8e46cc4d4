package org.parley.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What features may know of anybody.
 *
 * @param id the account's identifier
 * @param user the user part of the address of record
 * @param name the name shown to others
 * @param picture the name of their picture; none where they have none
 * @param status what they say of themselves for a while; none where they say nothing
 * @param active whether the account is in use; others cannot be called or written to
 */
public record Person(
    long id,
    String user,
    String name,
    @Nullable String picture,
    @Nullable StatusText status,
    boolean active) {
  /**
   * What a person says of themselves for a while, for example "on holiday".
   *
   * @param text the words
   * @param until when they stop being true; none leaves them until they are changed
   */
  public record StatusText(String text, @Nullable Instant until) {}

  /** What they say of themselves, if that is still true. */
  public @Nullable String statusNow(Instant now) {
    return status == null || (status.until() != null && !now.isBefore(status.until()))
        ? null
        : status.text();
  }

  /** The person behind {@code account}, who is called {@code name}. */
  static Person of(Account account, String name) {
    return new Person(
        account.id(),
        account.sipUser(),
        name,
        account.look().picture(),
        account.statusText(),
        account.isActive());
  }
}
