package org.parley.profile;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.parley.common.Outage;
import org.parley.common.TooManyRequestsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches newcomers' pictures step by step, whatever happens. One thread at a time uses it. */
@Component
class PicturePump {
  private static final Logger log = LoggerFactory.getLogger(PicturePump.class);
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final ProviderPictures pictures;
  private final PictureFetcher fetcher;
  private final PictureMaker maker;

  PicturePump(ProviderPictures pictures, PictureFetcher fetcher, PictureMaker maker) {
    this.pictures = pictures;
    this.fetcher = fetcher;
    this.maker = maker;
  }

  /**
   * Fetches a picture that is due.
   *
   * @return how long to wait before the next step
   */
  Duration step() {
    try {
      Optional<PictureWishDao.Wish> wish = pictures.claim();
      if (wish.isEmpty()) {
        return IDLE;
      }
      fetch(wish.get());
      return Duration.ZERO;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Duration.ZERO;
    } catch (RuntimeException e) {
      if (Outage.isOne(e)) {
        log.warn("The database does not answer: {}", e.getMessage());
      } else {
        log.error("Taking over a picture failed", e);
      }
      return AWAY;
    }
  }

  private void fetch(PictureWishDao.Wish wish) throws InterruptedException {
    try {
      byte[] file = fetcher.fetch(URI.create(wish.url()), wish.provider());
      pictures.take(wish.accountId(), maker.make(file));
    } catch (PictureFetcher.Refused e) {
      log.info(
          "No picture of {} for account {}: {}", wish.provider(), wish.accountId(), e.toString());
      pictures.giveUp(wish.accountId());
    } catch (PictureMaker.Refused e) {
      log.info("No picture of {} for account {}: {}", wish.provider(), wish.accountId(), e.key());
      pictures.giveUp(wish.accountId());
    } catch (IOException | TooManyRequestsException e) {
      log.info(
          "No picture yet of {} for account {}: {}",
          wish.provider(),
          wish.accountId(),
          e.toString());
      if (wish.tries() + 1 >= ProviderPictures.TRIES) {
        pictures.giveUp(wish.accountId());
      }
    }
  }
}
