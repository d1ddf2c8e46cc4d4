package org.parley.profile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.account.AccountFeed;
import org.parley.account.SignedIn;
import org.parley.phonebook.Contacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Profiles for whoever lists or indexes many of them, each as far as it may be seen. */
@Service
@Transactional(readOnly = true)
public class ProfileFeed {
  private final ProfileDao profiles;
  private final Contacts contacts;

  ProfileFeed(ProfileDao profiles, Contacts contacts) {
    this.profiles = profiles;
    this.contacts = contacts;
  }

  /**
   * What a person is found by.
   *
   * @param open by everybody
   * @param close besides, by whom they have in their phonebook
   */
  public record Findable(Told open, Told close) {
    /** By nothing. */
    public static final Findable NOTHING = new Findable(Told.NOTHING, Told.NOTHING);
  }

  /** By account; whoever has told nothing is missing. */
  public Map<Long, Findable> findAll(Collection<Long> ids) {
    return profiles.findAll(ids).stream()
        .collect(Collectors.toMap(ProfileDao.Brief::accountId, ProfileFeed::findable));
  }

  /** What {@code me} may see of these, by account; whoever has told nothing is missing. */
  public Map<Long, Told> seen(SignedIn me, Collection<Long> ids) {
    Set<Long> close = contacts.ownersHaving(ids, me.id());
    return profiles.findAll(ids).stream()
        .collect(
            Collectors.toMap(
                ProfileDao.Brief::accountId,
                profile -> {
                  boolean isContact = close.contains(profile.accountId());
                  return profile
                      .told()
                      .seen(profile.workFor().lets(isContact), profile.placeFor().lets(isContact));
                }));
  }

  /** What changed after {@code last}, in order of time and identifier. */
  public List<AccountFeed.Change> changes(AccountFeed.Change last, int limit) {
    return profiles.changed(last.at(), last.id(), limit).stream()
        .map(row -> new AccountFeed.Change((Instant) row[1], (long) row[0]))
        .toList();
  }

  private static Findable findable(ProfileDao.Brief profile) {
    Visibility work = profile.workFor();
    Visibility place = profile.placeFor();
    return new Findable(
        profile.told().seen(work == Visibility.EVERYONE, place == Visibility.EVERYONE),
        profile.told().seen(work == Visibility.CONTACTS, place == Visibility.CONTACTS));
  }
}
