package org.parley.presence;

import org.jspecify.annotations.Nullable;

/**
 * Who may see one's presence, and when one is away.
 *
 * @param audience who may
 * @param awayMinutes after how many idle minutes; 0 is never
 */
public record PresenceForm(@Nullable Audience audience, @Nullable Integer awayMinutes) {}
