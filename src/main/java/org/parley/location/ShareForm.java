package org.parley.location;

import org.jspecify.annotations.Nullable;

/**
 * What somebody agrees to share.
 *
 * @param source how the position came about
 * @param detail how exactly it is shared
 * @param audience who may see it
 * @param lasting for how long
 * @param latitude in degrees; none where the network address tells
 * @param longitude in degrees
 * @param accuracy within how many metres
 */
record ShareForm(
    @Nullable Source source,
    @Nullable Detail detail,
    @Nullable Audience audience,
    @Nullable Lasting lasting,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Integer accuracy) {}
