package org.parley.mail;

import java.time.Duration;
import org.parley.common.Worker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Empties the outbox while the portal runs. */
@Component
@Profile("portal")
class OutboxWorker extends Worker {
  private final OutboxPump pump;

  OutboxWorker(OutboxPump pump) {
    // A mail that is being sent gets the chance to end: cut off, nobody would know what became of
    // it.
    super("outbox", Duration.ofSeconds(10));
    this.pump = pump;
  }

  @Override
  protected Duration step() {
    return pump.step();
  }

  @Override
  protected void rest() {
    pump.rest();
  }
}
