package org.parley.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose.
 *
 * @param choice how they want to be seen
 * @param since from when on
 * @param until when the choice ends by itself; none leaves it until it is changed
 * @param audience who may see them
 * @param awayMinutes after how many idle minutes they are away; 0 is never
 */
public record Own(
    Choice choice, Instant since, @Nullable Instant until, Audience audience, int awayMinutes) {
  /** As everything is before anything was chosen. */
  public static final Own FIRST =
      new Own(Choice.AVAILABLE, Instant.EPOCH, null, Audience.EVERYONE, 5);

  /** The choice, as long as it counts. */
  Choice now(Instant now) {
    return until != null && !now.isBefore(until) ? Choice.AVAILABLE : choice;
  }
}
