package org.parley.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as an administrator sees it; never its words, which may hold links that are secrets.
 *
 * @param id its identifier
 * @param kind what it is about
 * @param recipient to which address
 * @param subject its subject
 * @param state where it is
 * @param tries how often it was tried
 * @param createdAt when it was written
 * @param nextAt when it is tried next, while it waits
 * @param finishedAt when it was sent or given up
 * @param problem what went wrong last
 */
public record MailView(
    long id,
    String kind,
    String recipient,
    String subject,
    MailState state,
    int tries,
    Instant createdAt,
    Instant nextAt,
    @Nullable Instant finishedAt,
    @Nullable String problem) {
  static MailView of(OutboxMail mail) {
    return new MailView(
        mail.id(),
        mail.kind(),
        mail.recipient(),
        mail.subject(),
        mail.state(),
        mail.tries(),
        mail.createdAt(),
        mail.nextAt(),
        mail.finishedAt(),
        mail.problem());
  }
}
