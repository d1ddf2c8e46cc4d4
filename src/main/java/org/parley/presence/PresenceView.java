package org.parley.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.phone.Capabilities;

/**
 * Somebody's presence as scripts get it.
 *
 * @param user the user part of their address
 * @param presence the word
 * @param since from when on; for somebody who is offline, when they were last there
 * @param can what their devices can take; none where nobody knows
 * @param at what these devices are
 */
record PresenceView(
    String user,
    String presence,
    @Nullable Instant since,
    @Nullable List<String> can,
    @Nullable List<String> at) {
  static PresenceView of(String user, Seen seen) {
    Capabilities.Devices devices = seen.devices();
    return new PresenceView(
        user,
        seen.word().text(),
        seen.since(),
        devices == null ? null : words(devices.can()),
        devices == null ? null : words(devices.kinds()));
  }

  private static List<String> words(Collection<? extends Enum<?>> values) {
    return values.stream().map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * What one chose, for one's own browsers.
   *
   * @param choice how to be seen
   * @param until when that ends by itself
   * @param awayMinutes after how many idle minutes one is away; 0 is never
   */
  record OwnView(String choice, @Nullable Instant until, int awayMinutes) {
    static OwnView of(Own own) {
      return new OwnView(
          own.choice().name().toLowerCase(Locale.ROOT), own.until(), own.awayMinutes());
    }
  }

  /**
   * What an open browser is told.
   *
   * @param people who is otherwise than before
   * @param own what one chose, where that is otherwise
   * @param again whether all that is known may be wrong: ask anew
   */
  record News(List<PresenceView> people, @Nullable OwnView own, boolean again) {}
}
