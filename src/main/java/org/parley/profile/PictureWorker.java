package org.parley.profile;

import java.time.Duration;
import org.parley.common.Worker;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes over newcomers' pictures while the portal runs. */
@Component
@Profile("portal")
class PictureWorker extends Worker {
  private final PicturePump pump;

  PictureWorker(PicturePump pump) {
    super("pictures", Duration.ofSeconds(1));
    this.pump = pump;
  }

  @Override
  protected Duration step() {
    return pump.step();
  }
}
