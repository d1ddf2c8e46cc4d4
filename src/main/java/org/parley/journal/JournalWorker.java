package org.parley.journal;

import java.time.Duration;
import org.parley.common.Worker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Keeps the projections up to date while the portal runs. */
@Component
@Profile("portal")
class JournalWorker extends Worker {
  private final JournalPump pump;

  JournalWorker(JournalPump pump) {
    super("journal", Duration.ofSeconds(5));
    this.pump = pump;
  }

  @Override
  protected Duration step() {
    return pump.step();
  }
}
