package org.parley.location;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.parley.common.Outage;
import org.parley.common.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Removes positions that are not shared any more, while the portal runs. */
@Component
@Profile("portal")
class LocationWorker extends Worker {
  private static final Logger log = LoggerFactory.getLogger(LocationWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration SHUT = Duration.ofSeconds(30);

  private final LocationService locations;
  private final Clock clock;
  private Instant shutAt = Instant.EPOCH;

  LocationWorker(LocationService locations, Clock clock) {
    super("locations", PATIENCE);
    this.locations = locations;
    this.clock = clock;
  }

  @Override
  protected Duration step() {
    try {
      if (clock.instant().isAfter(shutAt)) {
        shutAt = clock.instant().plus(SHUT);
        locations.sweepShut();
      }
      return locations.sweep() ? Duration.ZERO : IDLE;
    } catch (RuntimeException e) {
      if (Outage.isOne(e)) {
        log.warn("The database does not answer: {}", e.getMessage());
      } else {
        log.error("Removing positions that are over failed", e);
      }
      return AWAY;
    }
  }
}
