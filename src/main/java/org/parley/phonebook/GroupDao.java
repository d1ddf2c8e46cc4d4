package org.parley.phonebook;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** The tables {@code contact_group} and {@code contact_group_member}. */
@Repository
class GroupDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(ContactGroup group) {
    entities.persist(group);
  }

  void remove(ContactGroup group) {
    entities.remove(group);
  }

  Optional<ContactGroup> find(long ownerId, long id) {
    return Optional.ofNullable(entities.find(ContactGroup.class, id))
        .filter(group -> group.ownerId() == ownerId);
  }

  Optional<ContactGroup> findByName(long ownerId, String name) {
    return entities
        .createQuery(
            "from ContactGroup where ownerId = :owner and name = :name", ContactGroup.class)
        .setParameter("owner", ownerId)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** An owner's groups by name, with how many are in each. */
  List<PhonebookService.Group> all(long ownerId, int limit) {
    return entities
        .createQuery(
            "select g.id, g.name, (select count(*) from Membership m where m.groupId = g.id)"
                + " from ContactGroup g where g.ownerId = :owner order by g.name",
            PhonebookService.Group.class)
        .setParameter("owner", ownerId)
        .setMaxResults(limit)
        .getResultList();
  }

  long count(long ownerId) {
    return entities
        .createQuery("select count(*) from ContactGroup where ownerId = :owner", Long.class)
        .setParameter("owner", ownerId)
        .getSingleResult();
  }

  /** The groups that a contact is in. */
  Set<Long> of(long contactId) {
    return new HashSet<>(
        entities
            .createQuery("select groupId from Membership where contactId = :contact", Long.class)
            .setParameter("contact", contactId)
            .getResultList());
  }

  /** The names of the groups that these contacts are in. */
  Map<Long, List<String>> names(Collection<Long> contactIds) {
    Map<Long, List<String>> names = new HashMap<>();
    if (!contactIds.isEmpty()) {
      for (Object[] row :
          entities
              .createQuery(
                  "select m.contactId, g.name from Membership m join ContactGroup g"
                      + " on g.id = m.groupId where m.contactId in :ids order by g.name",
                  Object[].class)
              .setParameter("ids", contactIds)
              .getResultList()) {
        names.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add((String) row[1]);
      }
    }
    return names;
  }

  /** Puts a contact into these groups of its owner, and out of all others. */
  void put(long ownerId, long contactId, Collection<Long> groupIds) {
    Set<Long> before = of(contactId);
    Set<Long> wanted = new HashSet<>(groupIds);
    for (long gone : before) {
      if (!wanted.contains(gone)) {
        entities.remove(entities.find(Membership.class, new Membership.Key(gone, contactId)));
      }
    }
    for (long group : wanted) {
      if (!before.contains(group) && find(ownerId, group).isPresent()) {
        entities.persist(new Membership(group, contactId));
      }
    }
  }
}
