package org.parley.location;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shares of where they are, as they see it themselves.
 *
 * @param key names it among all times that something was shared
 * @param source how the position came about
 * @param detail how exactly it is shared
 * @param audience who may see it
 * @param latitude in degrees
 * @param longitude in degrees
 * @param accuracy within how many metres
 * @param town the nearest town; none where there is none
 * @param updatedAt when the position was taken
 * @param until when it ends; none where it does not end by itself
 */
record Sharing(
    String key,
    Source source,
    Detail detail,
    Audience audience,
    double latitude,
    double longitude,
    int accuracy,
    @Nullable String town,
    Instant updatedAt,
    @Nullable Instant until) {}
