package org.parley.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are looked for; what is absent does not narrow.
 *
 * @param actor the sign-in name of who did it
 * @param subject the sign-in name or address of whom it concerns
 * @param act what was done
 * @param from the first moment
 * @param to the moment behind the last one
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable String subject,
    @Nullable Act act,
    @Nullable Instant from,
    @Nullable Instant to) {}
