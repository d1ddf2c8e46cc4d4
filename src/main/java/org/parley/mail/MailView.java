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
  /** Why it was given up here, a word for which the page has a sentence; none where others did. */
  public @Nullable String reason() {
    if (problem == null) {
      return null;
    }
    return problem.equals(MailProblem.TOO_LATE)
        ? "late"
        : problem.startsWith(MailProblem.UNKNOWN.strip()) ? "unknown" : null;
  }

  /** What a server or the network said about it, or nothing. */
  public String words() {
    String told = problem == null ? "" : problem;
    String reason = reason();
    if (reason == null) {
      return told;
    }
    return reason.equals("late")
        ? ""
        : told.substring(MailProblem.UNKNOWN.strip().length()).strip();
  }

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
