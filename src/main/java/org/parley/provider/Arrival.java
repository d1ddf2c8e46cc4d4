package org.parley.provider;

/** What comes of somebody whom a provider has sent. */
sealed interface Arrival {
  /** They are known here; whether the account is in use has not been looked at. */
  record Known(long accountId) implements Arrival {}

  /** No address is known to be theirs: one has to be shown to be. */
  record NeedsAddress() implements Arrival {}

  /** An account has this address already: its owner has to say that the two belong together. */
  record NeedsOwner(long accountId, String address) implements Arrival {}

  /** They get no account; {@code why} is the end of a message's key. */
  record Refused(String why) implements Arrival {}
}
