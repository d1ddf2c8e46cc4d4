package org.parley.config;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.common.TooManyRequestsException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes a few passwords at a time. One hash takes 19 MiB on purpose: a flood of sign-ins, each
 * with its own, would take all of the portal's memory.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PasswordEncoder encoder;
  private final Semaphore places;

  BoundedPasswordEncoder(PasswordEncoder encoder, int atATime) {
    this.encoder = encoder;
    this.places = new Semaphore(atATime, true);
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return inTurn(() -> encoder.encode(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return Boolean.TRUE.equals(inTurn(() -> encoder.matches(password, hash)));
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooManyRequestsException(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyRequestsException(PATIENCE);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
