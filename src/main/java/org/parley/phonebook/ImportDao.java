package org.parley.phonebook;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/** The tables {@code contact_import…}, and contacts by the many. */
@Repository
class ImportDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(ContactImport one) {
    entities.persist(one);
    entities.flush();
  }

  void saveFile(long importId, byte[] content) {
    entities
        .createNativeQuery(
            "insert into contact_import_file (import_id, content) values (:import, :content)")
        .setParameter("import", importId)
        .setParameter("content", content)
        .executeUpdate();
  }

  byte[] file(long importId) {
    List<?> files =
        entities
            .createNativeQuery(
                "select content from contact_import_file where import_id = :import", byte[].class)
            .setParameter("import", importId)
            .getResultList();
    return files.isEmpty() ? new byte[0] : (byte[]) files.get(0);
  }

  void removeFile(long importId) {
    entities
        .createNativeQuery("delete from contact_import_file where import_id = :import")
        .setParameter("import", importId)
        .executeUpdate();
  }

  void remove(ContactImport one) {
    entities.remove(one);
  }

  Optional<ContactImport> find(long ownerId, long id) {
    return Optional.ofNullable(entities.find(ContactImport.class, id))
        .filter(one -> one.ownerId() == ownerId);
  }

  ContactImport lock(long id) {
    return entities.find(ContactImport.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** An owner's imports, the latest first. */
  List<ContactImport> of(long ownerId, int limit) {
    return entities
        .createQuery(
            "from ContactImport where ownerId = :owner order by id desc", ContactImport.class)
        .setParameter("owner", ownerId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** One that waits, or whose node is gone; no other node takes the same. */
  Optional<Long> due(Instant now) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from contact_import where state in ('WAITING', 'RUNNING')"
                    + " and lease_until <= :now order by id limit 1 for update skip locked",
                Long.class)
            .setParameter("now", now)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
  }

  /** All that {@code ownerId} knows. */
  Known known(long ownerId) {
    Known known = new Known();
    for (Object[] row :
        entities
            .createQuery(
                "select c.id, c.name from Contact c where c.ownerId = :owner", Object[].class)
            .setParameter("owner", ownerId)
            .getResultList()) {
      known.name((Long) row[0], (String) row[1]);
    }
    for (Object[] row :
        entities
            .createQuery(
                "select c.id, a.kind, a.normalised from Contact c join c.addresses a"
                    + " where c.ownerId = :owner",
                Object[].class)
            .setParameter("owner", ownerId)
            .getResultList()) {
      known.address((Long) row[0], (AddressKind) row[1], (String) row[2]);
    }
    return known;
  }

  /**
   * Stores cards as new contacts.
   *
   * @return the identifiers by place in the file
   */
  Map<Integer, Long> insert(ContactImport one, Collection<Card> cards, Instant now) {
    for (List<Card> part : Chunks.of(cards)) {
      Query insert =
          entities.createNativeQuery(
              "insert into contact (owner_id, name, sort_name, search_text, organisation, job,"
                  + " notes, favourite, created_at, updated_at, import_id, import_line) values "
                  + Chunks.repeat("(?,?,?,?,?,?,?,?,?,?,?,?)", ",", part));
      int column = 1;
      for (Card card : part) {
        insert.setParameter(column++, one.ownerId());
        insert.setParameter(column++, card.name());
        insert.setParameter(column++, Folded.name(card.name()));
        insert.setParameter(
            column++, Folded.text(card.name(), card.organisation(), card.job(), card.addresses()));
        insert.setParameter(column++, card.organisation());
        insert.setParameter(column++, card.job());
        insert.setParameter(column++, card.notes());
        insert.setParameter(column++, card.favourite());
        insert.setParameter(column++, now);
        insert.setParameter(column++, now);
        insert.setParameter(column++, one.id());
        insert.setParameter(column++, card.line());
      }
      insert.executeUpdate();
    }
    return places(one.id(), cards.stream().map(Card::line).toList());
  }

  /** The contacts that came from these places of a file. */
  Map<Integer, Long> places(long importId, Collection<Integer> lines) {
    Map<Integer, Long> ids = new HashMap<>();
    for (List<Integer> part : Chunks.of(lines)) {
      for (Object row :
          entities
              .createNativeQuery(
                  "select import_line, id from contact where import_id = :import and import_line"
                      + " in (:lines)",
                  Object[].class)
              .setParameter("import", importId)
              .setParameter("lines", part)
              .getResultList()) {
        Object[] c = (Object[]) row;
        ids.put(((Number) c[0]).intValue(), ((Number) c[1]).longValue());
      }
    }
    return ids;
  }

  /** An address of a new contact. */
  record NewAddress(long contactId, int position, Address address) {}

  void insertAddresses(Collection<NewAddress> addresses) {
    for (List<NewAddress> part : Chunks.of(addresses)) {
      Query insert =
          entities.createNativeQuery(
              "insert into contact_address (contact_id, owner_id, position, kind, value,"
                  + " normalised, label) values "
                  + Chunks.repeat("(?,?,?,?,?,?,?)", ",", part));
      int column = 1;
      for (NewAddress one : part) {
        insert.setParameter(column++, one.contactId());
        insert.setParameter(column++, one.address().ownerId());
        insert.setParameter(column++, one.position());
        insert.setParameter(column++, one.address().kind().name());
        insert.setParameter(column++, one.address().value());
        insert.setParameter(column++, one.address().normalised());
        insert.setParameter(column++, one.address().label());
      }
      insert.executeUpdate();
    }
  }

  /** That a new contact is in a group. */
  record NewMember(long groupId, long contactId) {}

  void insertMembers(Collection<NewMember> members) {
    for (List<NewMember> part : Chunks.of(members)) {
      Query insert =
          entities.createNativeQuery(
              "insert ignore into contact_group_member (group_id, contact_id) values "
                  + Chunks.repeat("(?,?)", ",", part));
      int column = 1;
      for (NewMember member : part) {
        insert.setParameter(column++, member.groupId());
        insert.setParameter(column++, member.contactId());
      }
      insert.executeUpdate();
    }
  }

  void saveProblems(long importId, Collection<CardProblem> problems) {
    for (List<CardProblem> part : Chunks.of(problems)) {
      Query insert =
          entities.createNativeQuery(
              "insert ignore into contact_import_problem (import_id, line, reason, detail) values "
                  + Chunks.repeat("(?,?,?,?)", ",", part));
      int column = 1;
      for (CardProblem problem : part) {
        insert.setParameter(column++, importId);
        insert.setParameter(column++, problem.line());
        insert.setParameter(column++, problem.reason());
        insert.setParameter(column++, problem.detail());
      }
      insert.executeUpdate();
    }
  }

  /** What could not be taken, by line, behind {@code after}. */
  List<CardProblem> problems(long importId, int after, int limit) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select line, reason, detail from contact_import_problem where import_id = :import"
                    + " and line > :after order by line, reason",
                Object[].class)
            .setParameter("import", importId)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(c -> new CardProblem(((Number) c[0]).intValue(), (String) c[1], (String) c[2]))
        .toList();
  }

  /** Remembers what a contact is before an import adds to it; the first time counts. */
  void remember(long importId, Contact contact) {
    entities
        .createNativeQuery(
            "insert ignore into contact_import_merge (import_id, contact_id, organisation, job,"
                + " notes, addresses) values (:import, :contact, :organisation, :job, :notes,"
                + " :addresses)")
        .setParameter("import", importId)
        .setParameter("contact", contact.id())
        .setParameter("organisation", contact.organisation())
        .setParameter("job", contact.job())
        .setParameter("notes", contact.notes())
        .setParameter("addresses", contact.addresses().size())
        .executeUpdate();
  }

  /** What a contact was before an import. */
  record Before(
      long contactId,
      @Nullable String organisation,
      @Nullable String job,
      @Nullable String notes,
      int addresses) {}

  /** Contacts that an import added to. */
  List<Before> remembered(long importId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select contact_id, organisation, job, notes, addresses from contact_import_merge"
                    + " where import_id = :import order by contact_id",
                Object[].class)
            .setParameter("import", importId)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            c ->
                new Before(
                    ((Number) c[0]).longValue(),
                    (String) c[1],
                    (String) c[2],
                    (String) c[3],
                    ((Number) c[4]).intValue()))
        .toList();
  }

  /** Removes all contacts that came with an import. */
  int removeContacts(long importId) {
    entities.flush();
    return entities
        .createNativeQuery("delete from contact where import_id = :import")
        .setParameter("import", importId)
        .executeUpdate();
  }

  /** Removes drafts and reports that nobody looks at any more. */
  int purge(Instant before) {
    return entities
        .createNativeQuery(
            "delete from contact_import where state = 'DRAFT' and created_at < :before limit 100")
        .setParameter("before", before)
        .executeUpdate();
  }
}
