package org.parley.phonebook;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/** Looks pairs of people up in {@code contact} and {@code contact_block}, by their unique keys. */
@Repository
class ContactLookupDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  Set<Long> owners(String table, Collection<Long> owners, long person) {
    return owners.isEmpty()
        ? Set.of()
        : ids(
            entities
                .createNativeQuery(
                    "select owner_id from "
                        + table
                        + " where owner_id in (:owners) and person_id = :person",
                    Long.class)
                .setParameter("owners", owners)
                .setParameter("person", person));
  }

  Set<Long> owners(long person, int limit) {
    return ids(
        entities
            .createNativeQuery("select owner_id from contact where person_id = :person", Long.class)
            .setParameter("person", person)
            .setMaxResults(limit));
  }

  Set<Long> people(String table, long owner, Collection<Long> people) {
    return people.isEmpty()
        ? Set.of()
        : ids(
            entities
                .createNativeQuery(
                    "select person_id from "
                        + table
                        + " where owner_id = :owner and person_id in (:people)",
                    Long.class)
                .setParameter("owner", owner)
                .setParameter("people", people));
  }

  Set<Contacts.Pair> blocked(Collection<Contacts.Pair> pairs) {
    Set<Contacts.Pair> found = new HashSet<>();
    for (List<Contacts.Pair> part : Chunks.of(pairs)) {
      Query query =
          entities.createNativeQuery(
              "select owner_id, person_id from contact_block where "
                  + Chunks.repeat("owner_id = ? and person_id = ?", " or ", part),
              Object[].class);
      int column = 1;
      for (Contacts.Pair pair : part) {
        query.setParameter(column++, pair.owner());
        query.setParameter(column++, pair.person());
      }
      for (Object row : query.getResultList()) {
        Object[] c = (Object[]) row;
        found.add(new Contacts.Pair(((Number) c[0]).longValue(), ((Number) c[1]).longValue()));
      }
    }
    return found;
  }

  private static Set<Long> ids(Query query) {
    Set<Long> ids = new HashSet<>();
    for (Object id : query.getResultList()) {
      ids.add(((Number) id).longValue());
    }
    return ids;
  }

  /** The colleagues whom each of {@code owners} has in {@code table}. */
  Map<Long, Set<Long>> all(String table, Collection<Long> owners) {
    Map<Long, Set<Long>> all = new HashMap<>();
    for (List<Long> part : Chunks.of(owners)) {
      List<?> rows =
          entities
              .createNativeQuery(
                  "select owner_id, person_id from "
                      + table
                      + " where owner_id in (:owners) and person_id is not null",
                  Object[].class)
              .setParameter("owners", part)
              .getResultList();
      for (Object row : rows) {
        Object[] c = (Object[]) row;
        Set<Long> people = all.getOrDefault(((Number) c[0]).longValue(), new HashSet<>());
        people.add(((Number) c[1]).longValue());
        all.put(((Number) c[0]).longValue(), people);
      }
    }
    return all;
  }
}
