package org.parley.profile;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reports to whom, upwards. */
@Service
@Transactional(readOnly = true)
class ReportingLines {
  /** Higher than any organisation is. */
  private static final int HIGHEST = 100;

  private final ProfileDao profiles;

  ReportingLines(ProfileDao profiles) {
    this.profiles = profiles;
  }

  /** Whether {@code above} is {@code accountId} or reports to them, however far up. */
  boolean leadsTo(long above, long accountId) {
    Set<Long> passed = new HashSet<>();
    @Nullable Long at = above;
    while (at != null && passed.size() < HIGHEST && passed.add(at)) {
      if (at == accountId) {
        return true;
      }
      at = profiles.managerOf(at);
    }
    return false;
  }
}
