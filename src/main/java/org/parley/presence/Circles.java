package org.parley.presence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.parley.phonebook.Contacts;
import org.springframework.stereotype.Component;

/** Who may see whose presence. */
@Component
class Circles {
  private final Contacts contacts;

  Circles(Contacts contacts) {
    this.contacts = contacts;
  }

  /** Those of {@code people} whom {@code viewer} may not see. */
  Set<Long> hiddenFrom(long viewer, Collection<Known> people) {
    List<Long> owners = people.stream().map(Known::accountId).filter(id -> id != viewer).toList();
    Set<Long> having = contacts.ownersHaving(limited(people), viewer);
    Set<Long> blocking = contacts.ownersBlocking(owners, viewer);
    return people.stream()
        .filter(
            known ->
                known.accountId() != viewer
                    && (blocking.contains(known.accountId())
                        || !isOpenTo(known, having.contains(known.accountId()))))
        .map(Known::accountId)
        .collect(Collectors.toSet());
  }

  /**
   * For each of {@code people} who may not be seen by everybody: by whom they may. The person
   * always may.
   */
  Map<Long, LongPredicate> limits(Collection<Known> people) {
    List<Long> owners = people.stream().map(Known::accountId).toList();
    Map<Long, Set<Long>> having = contacts.of(limited(people));
    Map<Long, Set<Long>> blocking = contacts.blockedBy(owners);
    return people.stream()
        .filter(
            known ->
                known.own().audience() != Audience.EVERYONE
                    || blocking.containsKey(known.accountId()))
        .collect(
            Collectors.toMap(
                Known::accountId,
                known -> {
                  Set<Long> has = having.getOrDefault(known.accountId(), Set.of());
                  Set<Long> blocked = blocking.getOrDefault(known.accountId(), Set.of());
                  return viewer ->
                      viewer == known.accountId()
                          || (!blocked.contains(viewer) && isOpenTo(known, has.contains(viewer)));
                }));
  }

  private static List<Long> limited(Collection<Known> people) {
    return people.stream()
        .filter(known -> known.own().audience() == Audience.CONTACTS)
        .map(Known::accountId)
        .toList();
  }

  private static boolean isOpenTo(Known known, boolean isContact) {
    return switch (known.own().audience()) {
      case EVERYONE -> true;
      case CONTACTS -> isContact;
      case NOBODY -> false;
    };
  }
}
