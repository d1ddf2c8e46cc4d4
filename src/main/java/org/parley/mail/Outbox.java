package org.parley.mail;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where features leave their mails. A mail is a row of the transaction that causes it: if that is
 * rolled back, nothing is sent; if it is committed, the mail goes out even if this node dies.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {
  private final OutboxDao mails;
  private final MailWriter writer;
  private final MailSettings settings;
  private final Clock clock;

  Outbox(OutboxDao mails, MailWriter writer, MailSettings settings, Clock clock) {
    this.mails = mails;
    this.writer = writer;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Leaves {@code letter} to be sent once the caller's transaction is committed.
   *
   * @return the mail's identifier
   */
  public long put(Letter letter) {
    OutboxMail mail = new OutboxMail(letter, writer.write(letter), clock.instant());
    mails.save(mail);
    return mail.id();
  }

  /** Whether there is a server to send with; without one mails wait until there is. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean isOpen() {
    return settings.now().isOn();
  }
}
