package org.parley.directory;

import java.time.Duration;
import org.parley.common.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes and follows the directory while the portal runs. */
@Component
@Profile("portal")
class DirectoryWorker extends Worker {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryWorker.class);
  // The portal answers first; until the index is there, the database is asked.
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration OFTEN = Duration.ofMillis(500);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  private final PeopleKeeper keeper;
  private boolean begun;

  DirectoryWorker(PeopleKeeper keeper) {
    super("directory", Duration.ofSeconds(5));
    this.keeper = keeper;
  }

  @Override
  protected Duration step() {
    if (!begun) {
      begun = true;
      return FIRST;
    }
    try {
      keeper.step();
      return OFTEN;
    } catch (RuntimeException e) {
      LOG.warn("The directory could not be read: {}", e.toString());
      return AFTER_TROUBLE;
    }
  }
}
