package org.parley.presence;

import java.time.Duration;
import org.parley.common.Worker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells open browsers who is there while the portal runs. */
@Component
@Profile("portal")
class PresenceWorker extends Worker {
  private final PresencePump pump;

  PresenceWorker(PresencePump pump) {
    super("presence", Duration.ofSeconds(5));
    this.pump = pump;
  }

  @Override
  protected Duration step() {
    return pump.step();
  }
}
