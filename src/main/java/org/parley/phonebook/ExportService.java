package org.parley.phonebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a phonebook for a file. */
@Service
@Transactional(readOnly = true)
class ExportService {
  private static final int PART = 500;

  private final ContactDao contacts;
  private final GroupDao groups;
  private final People people;
  private final Settings settings;

  ExportService(ContactDao contacts, GroupDao groups, People people, Settings settings) {
    this.contacts = contacts;
    this.groups = groups;
    this.people = people;
    this.settings = settings;
  }

  /** An address of a contact. */
  record Reach(AddressKind kind, String value, @Nullable String label) {}

  /**
   * A contact with all that is known of them.
   *
   * @param id its identifier
   * @param name what they are called
   * @param organisation where they work
   * @param job what they do
   * @param notes in the owner's words
   * @param favourite whether they are a favourite
   * @param addresses how they are reached; a colleague's own SIP address first
   * @param groups names of their groups
   */
  record Entry(
      long id,
      String name,
      @Nullable String organisation,
      @Nullable String job,
      @Nullable String notes,
      boolean favourite,
      List<Reach> addresses,
      List<String> groups) {}

  /** The contacts behind {@code after}, by identifier; none where that is the end. */
  List<Entry> part(SignedIn me, long after) {
    List<ContactDao.Whole> found = contacts.whole(me.id(), after, PART);
    List<Long> ids = found.stream().map(ContactDao.Whole::id).toList();
    Map<Long, List<ContactDao.Labelled>> reach = contacts.labelled(ids);
    Map<Long, List<String>> names = groups.names(ids);
    List<Long> personIds =
        found.stream().map(ContactDao.Whole::personId).filter(Objects::nonNull).toList();
    Map<Long, Person> persons = personIds.isEmpty() ? Map.of() : people.findAllById(personIds);
    return found.stream()
        .map(
            one -> {
              Person person = one.personId() == null ? null : persons.get(one.personId());
              List<Reach> addresses = new ArrayList<>();
              if (person != null && person.active()) {
                addresses.add(
                    new Reach(
                        AddressKind.SIP, "sip:" + person.user() + "@" + settings.domain(), null));
              }
              reach
                  .getOrDefault(one.id(), List.of())
                  .forEach(a -> addresses.add(new Reach(a.kind(), a.value(), a.label())));
              return new Entry(
                  one.id(),
                  person == null ? one.name() : person.name(),
                  one.organisation(),
                  one.job(),
                  one.notes(),
                  one.favourite(),
                  addresses,
                  names.getOrDefault(one.id(), List.of()));
            })
        .toList();
  }
}
