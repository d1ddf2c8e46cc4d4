package org.parley.phonebook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.NotFoundException;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.parley.common.SipUri;
import org.parley.push.PushService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's own phonebook. Everything is found through its owner, and every change is told to the
 * owner's open browsers.
 */
@Service
@Transactional
class PhonebookService {
  /** As many contacts as a phonebook holds. */
  static final int MOST = 25_000;

  /** As many as one page of it shows. */
  static final int MOST_AT_ONCE = 500;

  /** What open browsers are told. */
  static final String EVENT = "phonebook";

  private final ContactDao contacts;
  private final GroupDao groups;
  private final Contacts lookup;
  private final People people;
  private final PushService push;
  private final ObjectProvider<CircleListener> circles;
  private final Settings settings;
  private final Clock clock;

  PhonebookService(
      ContactDao contacts,
      GroupDao groups,
      Contacts lookup,
      People people,
      PushService push,
      ObjectProvider<CircleListener> circles,
      Settings settings,
      Clock clock) {
    this.contacts = contacts;
    this.groups = groups;
    this.lookup = lookup;
    this.people = people;
    this.push = push;
    this.circles = circles;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A line of a phonebook.
   *
   * @param id the contact's identifier
   * @param name what they are called
   * @param user the user part of a colleague's address; none outside
   * @param picture the name of their picture, if there is one
   * @param status what a colleague says of themselves, if anything
   * @param organisation where they work
   * @param job what they do
   * @param favourite whether the owner likes to see them first
   * @param address what to dial: a colleague's user, else the first SIP address or number
   * @param email the first mail address
   * @param blocked whether the owner blocks them
   */
  public record Row(
      long id,
      String name,
      @Nullable String user,
      @Nullable String picture,
      @Nullable String status,
      @Nullable String organisation,
      @Nullable String job,
      boolean favourite,
      @Nullable String address,
      @Nullable String email,
      boolean blocked) {}

  /**
   * A way to reach a contact.
   *
   * @param kind SIP, TEL or EMAIL
   * @param value as it was written
   * @param normalised what to dial or write to
   * @param label what it is for
   */
  public record Reach(String kind, String value, String normalised, @Nullable String label) {}

  /**
   * All of a contact.
   *
   * @param row what lists show
   * @param notes in the owner's words
   * @param addresses how they are reached
   * @param groups the groups they are in
   */
  public record View(Row row, @Nullable String notes, List<Reach> addresses, List<Group> groups) {}

  /**
   * A group.
   *
   * @param id its identifier
   * @param name what it is called
   * @param size how many are in it
   */
  public record Group(long id, String name, long size) {}

  /**
   * What is looked for.
   *
   * @param question words, each somewhere in a name, an address or an organisation; or nothing
   * @param group only those in this group
   * @param favourites only favourites
   */
  record Question(String question, @Nullable Long group, boolean favourites) {
    /** Everything. */
    static final Question ALL = new Question("", null, false);
  }

  /** A page of my contacts by name. */
  @Transactional(readOnly = true)
  public Page<Row> list(SignedIn me, Question question, String after, int limit) {
    Cursor cursor = Cursor.parse(after);
    ContactDao.Filter filter =
        new ContactDao.Filter(
            Folded.patterns(question.question()), question.group(), question.favourites());
    List<ContactDao.Line> found =
        contacts.page(me.id(), filter, cursor.name(), cursor.id(), limit + 1);
    boolean more = found.size() > limit;
    List<ContactDao.Line> shown = more ? found.subList(0, limit) : found;
    ContactDao.Line last = more ? shown.get(limit - 1) : null;
    return new Page<>(
        rows(me, shown), last == null ? null : new Cursor(last.sortName(), last.id()).toString());
  }

  private List<Row> rows(SignedIn me, List<ContactDao.Line> lines) {
    List<Long> personIds =
        lines.stream().map(ContactDao.Line::personId).filter(Objects::nonNull).toList();
    Map<Long, Person> persons = personIds.isEmpty() ? Map.of() : people.findAllById(personIds);
    Set<Long> blocked = lookup.blocksAmong(me.id(), personIds);
    Map<Long, List<ContactDao.Reach>> reach =
        contacts.addresses(lines.stream().map(ContactDao.Line::id).toList());
    Instant now = clock.instant();
    return lines.stream()
        .map(
            line ->
                row(
                    line,
                    line.personId() == null ? null : persons.get(line.personId()),
                    reach.getOrDefault(line.id(), List.of()),
                    line.personId() != null && blocked.contains(line.personId()),
                    now))
        .toList();
  }

  private static Row row(
      ContactDao.Line line,
      @Nullable Person person,
      List<ContactDao.Reach> reach,
      boolean isBlocked,
      Instant now) {
    Person there = person != null && person.active() ? person : null;
    return new Row(
        line.id(),
        person == null ? line.name() : person.name(),
        there == null ? null : there.user(),
        there == null ? line.picture() : there.picture(),
        there == null ? null : there.statusNow(now),
        line.organisation(),
        line.job(),
        line.favourite(),
        there == null ? first(reach, AddressKind.SIP, AddressKind.TEL) : there.user(),
        first(reach, AddressKind.EMAIL),
        isBlocked);
  }

  private static @Nullable String first(List<ContactDao.Reach> reach, AddressKind... kinds) {
    for (AddressKind kind : kinds) {
      for (ContactDao.Reach one : reach) {
        if (one.kind() == kind) {
          return one.normalised();
        }
      }
    }
    return null;
  }

  /** One of my contacts. */
  @Transactional(readOnly = true)
  public View get(SignedIn me, long id) {
    Contact contact = find(me, id);
    ContactDao.Line line =
        new ContactDao.Line(
            contact.id(),
            contact.personId(),
            contact.name(),
            "",
            contact.organisation(),
            contact.job(),
            contact.isFavourite(),
            contact.picture());
    Set<Long> in = groups.of(id);
    return new View(
        rows(me, List.of(line)).get(0),
        contact.notes(),
        contact.addresses().stream()
            .map(a -> new Reach(a.kind().name(), a.value(), a.normalised(), a.label()))
            .toList(),
        groups.all(me.id(), GroupService.MOST).stream()
            .filter(group -> in.contains(group.id()))
            .toList());
  }

  /**
   * What was added.
   *
   * @param id the contact
   * @param isNew whether it was not there before
   */
  public record Added(long id, boolean isNew) {}

  /** Adds a colleague; once, however often. */
  public Added addPerson(SignedIn me, String user) {
    Person person = people.find(user).filter(Person::active).orElseThrow(NotFoundException::new);
    Optional<Contact> there = contacts.findPerson(me.id(), person.id());
    if (there.isPresent()) {
      return new Added(there.get().id(), false);
    }
    room(me);
    Contact contact = new Contact(me.id(), person.id(), person.name(), clock.instant());
    contacts.save(contact);
    circles.forEach(circle -> circle.contactsChanged(me.id()));
    tell(me.id(), "contact", contact.id());
    return new Added(contact.id(), true);
  }

  /** Adds somebody; a colleague's SIP address makes it the colleague. */
  public Added add(SignedIn me, ContactDetails details) {
    Optional<Person> colleague = colleague(details.addresses());
    if (colleague.isPresent()) {
      Added added = addPerson(me, colleague.get().user());
      if (added.isNew()) {
        update(me, added.id(), details);
      }
      return added;
    }
    room(me);
    Instant now = clock.instant();
    Contact contact = new Contact(me.id(), null, details.name(), now);
    contact.write(details, now);
    contacts.save(contact);
    groups.put(me.id(), contact.id(), details.groups());
    tell(me.id(), "contact", contact.id());
    return new Added(contact.id(), true);
  }

  /** Whoever here has one of these addresses. */
  private Optional<Person> colleague(List<Address> addresses) {
    return addresses.stream()
        .filter(address -> address.kind() == AddressKind.SIP)
        .flatMap(address -> SipUri.parse(address.normalised()).stream())
        .filter(uri -> uri.host().equals(settings.domain()))
        .flatMap(uri -> people.find(uri.user()).stream())
        .filter(Person::active)
        .findFirst();
  }

  /** Takes over what I note of somebody. */
  public void update(SignedIn me, long id, ContactDetails details) {
    Contact contact = find(me, id);
    contact.write(details, clock.instant());
    groups.put(me.id(), id, details.groups());
    tell(me.id(), "contact", id);
  }

  /** Shows somebody among the favourites, or not. */
  public void prefer(SignedIn me, long id, boolean isFavourite) {
    find(me, id).prefer(isFavourite, clock.instant());
    tell(me.id(), "contact", id);
  }

  /** Takes somebody out of my phonebook. */
  public void remove(SignedIn me, long id) {
    Contact contact = find(me, id);
    contacts.remove(contact);
    if (contact.personId() != null) {
      circles.forEach(circle -> circle.contactsChanged(me.id()));
    }
    tell(me.id(), "contact", id);
  }

  /** The contact that a colleague or an address belongs to; none where there is none. */
  @Transactional(readOnly = true)
  public @Nullable Long idOf(SignedIn me, String userOrAddress) {
    Optional<Person> person = people.find(userOrAddress);
    if (person.isPresent()) {
      return contacts.findPerson(me.id(), person.get().id()).map(Contact::id).orElse(null);
    }
    return Address.guess(userOrAddress)
        .flatMap(
            kind ->
                Address.normalise(kind, userOrAddress, null)
                    .flatMap(normal -> contacts.findAddress(me.id(), kind, normal)))
        .orElse(null);
  }

  private Contact find(SignedIn me, long id) {
    return contacts.find(me.id(), id).orElseThrow(NotFoundException::new);
  }

  private void room(SignedIn me) {
    if (contacts.count(me.id()) >= MOST) {
      throw new InvalidRequestException("phonebook.full", MOST);
    }
  }

  private void tell(long owner, String what, long id) {
    push.tell(owner, EVENT, Map.of("what", what, "id", id));
  }

  /** Somebody is called something else from now on, in every phonebook that has them. */
  public void renamed(long personId, String name) {
    long after = 0;
    List<Contact> some;
    do {
      some = contacts.of(personId, after, MOST_AT_ONCE);
      for (Contact contact : some) {
        contact.call(name);
        after = contact.id();
      }
      push.tell(
          some.stream()
              .map(
                  contact ->
                      new PushService.Notice(
                          contact.ownerId(), EVENT, Map.of("what", "contact", "id", contact.id())))
              .toList());
    } while (some.size() == MOST_AT_ONCE);
  }

  /** Forgets the phonebook of somebody who is gone, and them in those of others. */
  public void forget(long accountId) {
    contacts.forget(accountId);
  }

  /** Where a page begins, as text that travels through browsers. */
  private record Cursor(String name, long id) {
    static Cursor parse(String text) {
      if (text.isEmpty()) {
        return new Cursor("", 0);
      }
      try {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int end = plain.indexOf('\u0000');
        if (end >= 0) {
          return new Cursor(plain.substring(0, end), Long.parseLong(plain.substring(end + 1)));
        }
      } catch (IllegalArgumentException e) {
        throw notOne();
      }
      throw notOne();
    }

    static InvalidRequestException notOne() {
      return new InvalidRequestException("problem.page");
    }

    @Override
    public String toString() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((name + "\u0000" + id).getBytes(StandardCharsets.UTF_8));
    }
  }
}
