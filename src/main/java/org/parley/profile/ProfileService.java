package org.parley.profile;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.ClosingListener;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.NotFoundException;
import org.parley.phonebook.Contacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people tell of themselves, and who gets to see it. */
@Service
@Transactional
class ProfileService implements ClosingListener {
  private final ProfileDao profiles;
  private final AccountService accounts;
  private final People people;
  private final Contacts contacts;
  private final Clock clock;

  ProfileService(
      ProfileDao profiles, AccountService accounts, People people, Contacts contacts, Clock clock) {
    this.profiles = profiles;
    this.accounts = accounts;
    this.people = people;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * A person's page.
   *
   * @param person who it is about
   * @param details what the reader may see
   * @param manager whom they report to, where the reader may see it
   */
  record Page(Person person, Details details, @Nullable Person manager) {}

  /** All that {@code me} tells. */
  @Transactional(readOnly = true)
  public Page mine(SignedIn me) {
    Person myself = people.find(me.user()).orElseThrow(NotFoundException::new);
    return page(myself, all(myself));
  }

  /** What {@code me} may see of the person with this address; oneself as others do. */
  @Transactional(readOnly = true)
  public Page seen(SignedIn me, String user) {
    Person person = people.find(user).filter(Person::active).orElseThrow(NotFoundException::new);
    return page(person, all(person).seen(contacts.has(person.id(), me.id())));
  }

  private Details all(Person person) {
    return profiles.find(person.id()).map(Profile::read).orElse(Details.NONE);
  }

  private Page page(Person person, Details details) {
    Long managerId = details.managerId();
    Map<Long, Person> manager =
        managerId == null ? Map.of() : people.findAllById(java.util.List.of(managerId));
    return new Page(person, details, managerId == null ? null : manager.get(managerId));
  }

  /** Takes over what {@code me} tells. */
  public void save(
      SignedIn me, String name, String status, @Nullable Instant until, Details details) {
    if (!name.strip().equals(me.name())) {
      accounts.rename(me, name);
    }
    accounts.say(me, status, until);
    Optional<Profile> profile = profiles.find(me.id());
    if (profile.isPresent()) {
      profile.get().write(details, clock.instant());
    } else {
      Profile first = new Profile(me.id(), clock.instant());
      first.write(details, clock.instant());
      profiles.save(first);
    }
  }

  /** Shows a picture of {@code me} from now on. */
  public void show(SignedIn me, PictureMaker.Made made) {
    Optional<Picture> picture = profiles.picture(me.id());
    if (picture.isPresent()) {
      picture.get().change(made);
    } else {
      profiles.save(new Picture(me.id(), made));
    }
    accounts.show(me, made.hash());
  }

  /** Shows initials again. */
  public void hide(SignedIn me) {
    profiles.removePicture(me.id());
    accounts.show(me, null);
  }

  /** The picture with this name of this person. */
  @Transactional(readOnly = true)
  public Optional<byte[]> picture(String user, String hash, boolean isSmall) {
    return people
        .find(user)
        .flatMap(person -> profiles.picture(person.id()))
        .filter(picture -> picture.hash().equals(hash))
        .map(picture -> picture.bytes(isSmall));
  }

  /** Whoever closed their account tells nothing any more. */
  @Override
  public void closing(long accountId) {
    profiles.forget(accountId);
  }
}
