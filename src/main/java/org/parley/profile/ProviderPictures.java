package org.parley.profile;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.account.AccountService;
import org.parley.account.ClosingListener;
import org.parley.provider.Identity;
import org.parley.provider.NewcomerListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures of newcomers, as their providers have them: taken over once, after the first sign-in,
 * which never waits for it. Whoever has chosen a picture meanwhile keeps theirs.
 */
@Service
@Transactional
class ProviderPictures implements NewcomerListener, ClosingListener {
  /** How often one is tried. */
  static final int TRIES = 4;

  private static final int LONGEST = 2000;

  // Longer than any fetching takes, then longer each time.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final PictureWishDao wishes;
  private final ProfileDao profiles;
  private final AccountService accounts;
  private final Clock clock;

  ProviderPictures(
      PictureWishDao wishes, ProfileDao profiles, AccountService accounts, Clock clock) {
    this.wishes = wishes;
    this.profiles = profiles;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void admitted(long accountId, Identity identity) {
    String url = identity.picture();
    if (url != null && url.length() <= LONGEST && isAddress(url)) {
      wishes.save(accountId, identity.provider(), url, clock.instant());
    }
  }

  private static boolean isAddress(String url) {
    try {
      return URI.create(url).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** One to fetch now. */
  Optional<PictureWishDao.Wish> claim() {
    Instant now = clock.instant();
    return wishes.claim(now, now.plus(PAUSE));
  }

  /** Shows a picture that was fetched, unless its owner has one. */
  void take(long accountId, PictureMaker.Made made) {
    wishes.remove(accountId);
    if (accounts.showFirst(accountId, made.hash())) {
      profiles.save(new Picture(accountId, made));
    }
  }

  /** There is nothing to be had there, now or ever. */
  void giveUp(long accountId) {
    wishes.remove(accountId);
  }

  @Override
  public void closing(long accountId) {
    wishes.remove(accountId);
  }
}
