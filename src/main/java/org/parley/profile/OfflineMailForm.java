package org.parley.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an unread message is mailed.
 *
 * @param delay one of {@link #CHOICES}
 */
record OfflineMailForm(@Nullable String delay) {
  /** What can be chosen: the usual time, never, or after so many minutes. */
  static final List<String> CHOICES = List.of("usual", "never", "0", "10", "60", "1440");

  private static final int NEVER = -1;

  /** In minutes, -1 for never, none for the usual time. */
  @Nullable Integer chosen() {
    if (delay == null || !CHOICES.contains(delay) || delay.equals("usual")) {
      return null;
    }
    return delay.equals("never") ? NEVER : Integer.valueOf(delay);
  }

  /** Which choice {@code minutes} is. */
  static String word(@Nullable Integer minutes) {
    if (minutes == null) {
      return "usual";
    }
    return minutes == NEVER ? "never" : minutes.toString();
  }
}
