package org.parley.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a person's history.
 *
 * @param id its identifier
 * @param kind what the call was for this person, on this device
 * @param user the other's user part, also of somebody who does not exist
 * @param name the other's name, or what was dialled
 * @param picture the name of the other's picture; none where they have none
 * @param startedAt when the call began
 * @param durationSeconds how long they talked; none where they did not or still do
 * @param media {@code audio} or {@code audio video}
 * @param reason in words, why there was no talk; none where there is nothing to say
 * @param seen whether the person has looked at it
 */
public record CallView(
    long id,
    String kind,
    String user,
    String name,
    @Nullable String picture,
    Instant startedAt,
    @Nullable Long durationSeconds,
    @Nullable String media,
    @Nullable String reason,
    boolean seen) {}
