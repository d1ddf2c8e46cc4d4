package org.parley.phonebook;

import java.time.Duration;
import org.parley.common.Worker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes files of contacts over while the portal runs. */
@Component
@Profile("portal")
class ImportWorker extends Worker {
  private final ImportPump pump;

  ImportWorker(ImportPump pump) {
    super("contacts", Duration.ofSeconds(2));
    this.pump = pump;
  }

  @Override
  protected Duration step() {
    return pump.step();
  }
}
