package org.parley.phone;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Component;

/**
 * How often a person's browsers may ask for a credential. It protects this node's processor, so
 * each node counts for itself.
 */
@Component
class CredentialLimit {
  private static final int PER_MINUTE = 60;

  private final LoadingCache<Long, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build(id -> bucket());

  void count(long accountId) {
    ConsumptionProbe probe = buckets.get(accountId).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }
}
