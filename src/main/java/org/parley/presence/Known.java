package org.parley.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.phone.Capabilities;

/**
 * All that is known of somebody's presence.
 *
 * @param accountId who
 * @param user the user part of their address of record
 * @param active whether the account is in use
 * @param word what the core sees; offline where it has never seen them
 * @param since from when on
 * @param core what can be said of the core that saw it
 * @param own what they chose
 * @param devices what they are at; none where nothing is known of it
 */
record Known(
    long accountId,
    String user,
    boolean active,
    Word word,
    @Nullable Instant since,
    Core core,
    Own own,
    Capabilities.@Nullable Devices devices) {
  /** The same with what is known of their devices. */
  Known at(Capabilities.@Nullable Devices those) {
    return new Known(accountId, user, active, word, since, core, own, those);
  }

  /** What can be said of a SIP core. */
  enum Core {
    /** It has given a sign of life. */
    ALIVE,
    /** It has not, lately; what it wrote may have been true. */
    SILENT,
    /** It has not for long while another has: what it wrote is over. */
    GONE
  }
}
