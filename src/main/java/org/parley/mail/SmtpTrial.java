package org.parley.mail;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.parley.common.Settings;
import org.springframework.stereotype.Service;

/**
 * Tries settings that need not be in force: one mail, past the outbox, while its sender waits. It
 * takes up to half a minute where a server does not answer, so nobody calls it in a transaction.
 */
@Service
public class SmtpTrial {
  private final MailWriter writer;
  private final SmtpCourier courier;
  private final Clock clock;

  SmtpTrial(MailWriter writer, MailSettings current, Settings settings, Clock clock) {
    this.writer = writer;
    // One of its own: the outbox's is used by one thread.
    this.courier = new SmtpCourier(current, settings, clock);
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param problem what went wrong; none where the server took the mail
   * @param words what the server or the network said about it, or empty
   */
  public record Outcome(@Nullable SmtpProblem problem, String words) {}

  /** Sends {@code letter} by {@code settings}. */
  public Outcome send(Letter letter, Settings.Mail settings) {
    try {
      courier.tryOut(new OutboxMail(letter, writer.write(letter), clock.instant()), settings);
      return new Outcome(null, "");
    } catch (MessagingException | UnsupportedEncodingException e) {
      return new Outcome(SmtpProblem.of(e), SmtpProblem.words(e));
    }
  }
}
