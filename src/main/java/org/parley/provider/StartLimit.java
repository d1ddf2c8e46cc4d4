package org.parley.provider;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Component;

/**
 * How often a sign-in by a provider may be begun from one address, which may be a whole office. It
 * protects this node and its sessions, so each node counts for itself.
 */
@Component
class StartLimit {
  /** Beginnings from one address in a minute. */
  static final int PER_MINUTE = 60;

  private final LoadingCache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build(address -> bucket());

  void count(String address) {
    if (!buckets.get(address).tryConsume(1)) {
      throw new TooManyRequestsException(Duration.ofMinutes(1));
    }
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }
}
