package org.parley.mail;

import java.time.Duration;
import java.util.Optional;
import org.parley.common.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Empties the outbox step by step, whatever happens. One thread at a time uses it. */
@Component
class OutboxPump {
  private static final Logger log = LoggerFactory.getLogger(OutboxPump.class);
  private static final Duration IDLE = Duration.ofMillis(500);

  /** How soon a node sees that an administrator has named a server. */
  private static final Duration CLOSED = Duration.ofSeconds(5);

  private static final Duration AWAY = Duration.ofSeconds(5);

  private final OutboxService mails;
  private final SmtpCourier courier;

  OutboxPump(OutboxService mails, SmtpCourier courier) {
    this.mails = mails;
    this.courier = courier;
  }

  /**
   * Sends the mail that is due.
   *
   * @return how long to wait before the next step
   */
  Duration step() {
    try {
      if (!courier.isOn()) {
        return CLOSED;
      }
      Optional<OutboxMail> claimed = mails.claim();
      if (claimed.isPresent()) {
        mails.finish(claimed.get(), courier.deliver(claimed.get()));
        return Duration.ZERO;
      }
      courier.hangUp();
      return mails.giveUpLost() ? Duration.ZERO : IDLE;
    } catch (RuntimeException e) {
      if (Outage.isOne(e)) {
        log.warn("The database does not answer: {}", e.getMessage());
      } else {
        log.error("Sending mail failed", e);
      }
      return AWAY;
    }
  }

  /** Ends what is open. */
  void rest() {
    courier.hangUp();
  }
}
