package org.parley.location;

import org.jspecify.annotations.Nullable;

/**
 * A newer position of somebody who shares theirs.
 *
 * @param key names what is shared: another browser may have begun anew meanwhile
 * @param latitude in degrees
 * @param longitude in degrees
 * @param accuracy within how many metres
 */
record MoveForm(
    @Nullable String key,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Integer accuracy) {}
