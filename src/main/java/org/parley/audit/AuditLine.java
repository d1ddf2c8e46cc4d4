package org.parley.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param id its place in the order of lines
 * @param at when it happened
 * @param act what was done, an {@link Act}'s key
 * @param actorId the identifier of who did it; none for a command of the machine
 * @param actor the sign-in name of who did it; empty for a command of the machine
 * @param subjectId the identifier of whom it concerns; none where it concerns no account
 * @param subject the sign-in name or address of whom it concerns, or empty
 * @param detail what else there is to say, or empty
 * @param address the address that the request came from, or empty
 */
public record AuditLine(
    long id,
    Instant at,
    String act,
    @Nullable Long actorId,
    String actor,
    @Nullable Long subjectId,
    String subject,
    String detail,
    String address) {}
