package org.parley.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Component;

/**
 * How often a person's browsers may search: more than anybody types, less than it takes to keep
 * others waiting. It protects this node's processor, so each node counts for itself.
 */
@Component
class SearchLimit {
  private static final int AT_ONCE = 120;
  private static final int PER_MINUTE = 480;

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
        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }
}
