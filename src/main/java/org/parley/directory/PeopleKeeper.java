package org.parley.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountFeed;
import org.parley.profile.ProfileFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's index true: reads everybody once, then whoever changed. It follows the times at
 * which accounts and profiles were written, which the transaction that changes them writes too; so
 * it does not matter which node, or which command, wrote.
 */
@Component
class PeopleKeeper implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PeopleKeeper.class);
  private static final int CHUNK = 500;
  private static final int MOST_DOUBTED = 10_000;
  private static final Duration AFRESH = Duration.ofHours(24);

  private final AccountFeed accounts;
  private final ProfileFeed profiles;
  private final Clock clock;
  private volatile @Nullable PeopleIndex ready;
  private @Nullable PeopleIndex index;
  private @Nullable Tail accountTail;
  private @Nullable Tail profileTail;
  private final Set<Long> doubted = ConcurrentHashMap.newKeySet();
  private Instant madeAt = Instant.EPOCH;

  PeopleKeeper(AccountFeed accounts, ProfileFeed profiles, Clock clock) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The index; none until it holds everybody. */
  @Nullable PeopleIndex index() {
    return ready;
  }

  /**
   * These were found and are not there as they were found: they are read again with the next step.
   */
  void doubt(Collection<Long> ids) {
    if (doubted.size() < MOST_DOUBTED) {
      doubted.addAll(ids);
    }
  }

  /** Makes the index, or takes into it what has changed. */
  synchronized void step() {
    try {
      if (accountTail == null
          || profileTail == null
          || clock.instant().isAfter(madeAt.plus(AFRESH))) {
        make();
      } else {
        follow(accountTail, profileTail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make() throws IOException {
    Instant begin = clock.instant();
    Tail nextAccounts = new Tail(accounts::changes, begin);
    Tail nextProfiles = new Tail(profiles::changes, begin);
    PeopleIndex made = index;
    if (made == null) {
      made = new PeopleIndex();
      index = made;
    }
    made.clear();
    int people = 0;
    long last = 0;
    List<AccountFeed.Entry> some = accounts.after(last, CHUNK);
    while (!some.isEmpty()) {
      List<Entry> entries = entries(some);
      made.add(entries);
      people += entries.size();
      last = some.get(some.size() - 1).id();
      some = accounts.after(last, CHUNK);
    }
    made.show();
    accountTail = nextAccounts;
    profileTail = nextProfiles;
    madeAt = begin;
    ready = made;
    LOG.info(
        "The directory holds {} people, read in {} ms",
        people,
        Duration.between(begin, clock.instant()).toMillis());
  }

  private void follow(Tail accountChanges, Tail profileChanges) throws IOException {
    PeopleIndex kept = ready;
    Set<Long> changed = new HashSet<>(accountChanges.next(clock.instant()));
    changed.addAll(profileChanges.next(clock.instant()));
    // Rows that were removed outright tell nothing when they go.
    Set<Long> again = Set.copyOf(doubted);
    doubted.removeAll(again);
    changed.addAll(again);
    if (kept == null || changed.isEmpty()) {
      return;
    }
    List<Long> ids = new ArrayList<>(changed);
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<Long> part = ids.subList(from, Math.min(from + CHUNK, ids.size()));
      List<Entry> entries = entries(accounts.findAll(part));
      Set<Long> gone = new HashSet<>(part);
      entries.forEach(entry -> gone.remove(entry.id()));
      kept.remove(gone);
      kept.put(entries);
    }
    kept.show();
  }

  private List<Entry> entries(Collection<AccountFeed.Entry> some) {
    List<AccountFeed.Entry> active = some.stream().filter(AccountFeed.Entry::active).toList();
    Map<Long, ProfileFeed.Findable> told =
        profiles.findAll(active.stream().map(AccountFeed.Entry::id).toList());
    return active.stream()
        .map(
            account ->
                Entry.of(account, told.getOrDefault(account.id(), ProfileFeed.Findable.NOTHING)))
        .toList();
  }

  @Override
  public synchronized void destroy() {
    ready = null;
    PeopleIndex made = index;
    index = null;
    accountTail = null;
    if (made != null) {
      made.close();
    }
  }
}
