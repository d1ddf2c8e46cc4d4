package org.parley.phonebook;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables {@code contact} and {@code contact_address}; each is found through its owner. */
@Repository
class ContactDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** A line of a phonebook. */
  record Line(
      long id,
      @Nullable Long personId,
      String name,
      String sortName,
      @Nullable String organisation,
      @Nullable String job,
      boolean favourite,
      @Nullable String picture) {}

  /** An address of one of several contacts. */
  record Reach(long contactId, AddressKind kind, String value, String normalised) {}

  /** What is looked for. */
  record Filter(List<String> patterns, @Nullable Long group, boolean favourites) {}

  void save(Contact contact) {
    entities.persist(contact);
  }

  void remove(Contact contact) {
    entities.remove(contact);
  }

  Optional<Contact> find(long ownerId, long id) {
    return Optional.ofNullable(entities.find(Contact.class, id))
        .filter(contact -> contact.ownerId() == ownerId);
  }

  Optional<Contact> findPerson(long ownerId, long personId) {
    return entities
        .createQuery("from Contact where ownerId = :owner and personId = :person", Contact.class)
        .setParameter("owner", ownerId)
        .setParameter("person", personId)
        .getResultStream()
        .findFirst();
  }

  /** The first contact with this address. */
  Optional<Long> findAddress(long ownerId, AddressKind kind, String normalised) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select contact_id from contact_address where owner_id = :owner and kind = :kind"
                    + " and normalised = :normalised order by contact_id limit 1",
                Long.class)
            .setParameter("owner", ownerId)
            .setParameter("kind", kind.name())
            .setParameter("normalised", normalised)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
  }

  long count(long ownerId) {
    return entities
        .createQuery("select count(*) from Contact where ownerId = :owner", Long.class)
        .setParameter("owner", ownerId)
        .getSingleResult();
  }

  /** Contacts by name, behind the one called {@code afterName} with {@code afterId}. */
  List<Line> page(long ownerId, Filter filter, String afterName, long afterId, int limit) {
    StringBuilder hql =
        new StringBuilder(
            "select c.id, c.personId, c.name, c.sortName, c.organisation, c.job, c.favourite,"
                + " c.picture from Contact c where c.ownerId = :owner"
                + " and c.sortName >= :name and (c.sortName > :name or c.id > :id)");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("owner", ownerId);
    values.put("name", afterName);
    values.put("id", afterId);
    if (filter.favourites()) {
      hql.append(" and c.favourite = true");
    }
    if (filter.group() != null) {
      hql.append(
          " and exists (select 1 from Membership m where m.groupId = :group and m.contactId ="
              + " c.id)");
      values.put("group", filter.group());
    }
    int number = 0;
    for (String pattern : filter.patterns()) {
      String parameter = "word" + number++;
      hql.append(" and c.searchText like :").append(parameter).append(" escape '\\'");
      values.put(parameter, pattern);
    }
    hql.append(" order by c.sortName, c.id");
    TypedQuery<Line> query = entities.createQuery(hql.toString(), Line.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultList();
  }

  /** The addresses of these contacts, in their order. */
  Map<Long, List<Reach>> addresses(Collection<Long> contactIds) {
    Map<Long, List<Reach>> found = new HashMap<>();
    if (!contactIds.isEmpty()) {
      entities
          .createQuery(
              "select c.id, a.kind, a.value, a.normalised from Contact c join c.addresses a"
                  + " where c.id in :ids order by c.id, index(a)",
              Reach.class)
          .setParameter("ids", contactIds)
          .getResultList()
          .forEach(
              reach ->
                  found.computeIfAbsent(reach.contactId(), id -> new ArrayList<>()).add(reach));
    }
    return found;
  }

  /** A contact with all of its own columns. */
  record Whole(
      long id,
      @Nullable Long personId,
      String name,
      @Nullable String organisation,
      @Nullable String job,
      @Nullable String notes,
      boolean favourite) {}

  /** An address with its label. */
  record Labelled(long contactId, AddressKind kind, String value, @Nullable String label) {}

  /** An owner's contacts behind {@code after}, by identifier. */
  List<Whole> whole(long ownerId, long after, int limit) {
    return entities
        .createQuery(
            "select c.id, c.personId, c.name, c.organisation, c.job, c.notes, c.favourite"
                + " from Contact c where c.ownerId = :owner and c.id > :after order by c.id",
            Whole.class)
        .setParameter("owner", ownerId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The addresses of these contacts with their labels, in their order. */
  Map<Long, List<Labelled>> labelled(Collection<Long> contactIds) {
    return contactIds.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "select c.id, a.kind, a.value, a.label from Contact c join c.addresses a"
                    + " where c.id in :ids order by c.id, index(a)",
                Labelled.class)
            .setParameter("ids", contactIds)
            .getResultStream()
            .collect(Collectors.groupingBy(Labelled::contactId));
  }

  /** Everybody who has this colleague; bounded by how many colleagues there are. */
  List<Contact> of(long personId, long afterId, int limit) {
    return entities
        .createQuery(
            "from Contact where personId = :person and id > :after order by id", Contact.class)
        .setParameter("person", personId)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Removes the whole phonebook of somebody, and them from those of others. */
  void forget(long accountId) {
    for (String sql :
        List.of(
            "delete from contact_block where owner_id = :account or person_id = :account",
            "delete from contact where owner_id = :account",
            "delete from contact_group where owner_id = :account",
            "delete from contact_import where owner_id = :account",
            "delete from contact where person_id = :account")) {
      entities.createNativeQuery(sql).setParameter("account", accountId).executeUpdate();
    }
  }
}
