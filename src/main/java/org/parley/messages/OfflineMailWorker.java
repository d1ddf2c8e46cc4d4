package org.parley.messages;

import java.time.Duration;
import org.parley.common.Outage;
import org.parley.common.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The thread that mails unread messages while the portal runs. */
@Component
@Profile("portal")
class OfflineMailWorker extends Worker {
  private static final Logger log = LoggerFactory.getLogger(OfflineMailWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final OfflineMailService mails;

  OfflineMailWorker(OfflineMailService mails) {
    super("offline-mail", PATIENCE);
    this.mails = mails;
  }

  @Override
  protected Duration step() {
    try {
      return mails.next() ? Duration.ZERO : IDLE;
    } catch (RuntimeException e) {
      if (Outage.isOne(e)) {
        log.warn("The database does not answer: {}", e.getMessage());
      } else {
        log.error("Mailing unread messages failed", e);
      }
      return AWAY;
    }
  }
}
