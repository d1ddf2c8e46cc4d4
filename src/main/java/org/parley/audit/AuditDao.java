package org.parley.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code audit}: appended and read, nothing else. */
@Repository
class AuditDao {
  private static final String LINES =
      "select new org.parley.audit.AuditLine(id, at, act, actorId, actor, subjectId, subject,"
          + " detail, address) from AuditEntry";

  /** The sign-in name of a closed account. */
  private static final Pattern CLOSED = Pattern.compile("former-(\\d{1,18})");

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void append(AuditLine line) {
    entities.persist(new AuditEntry(line));
  }

  /** Lines before {@code before}, newest first. */
  List<AuditLine> page(AuditFilter filter, long before, int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder(" where id < :before");
    values.put("before", before);
    narrowPerson(where, values, "actor", filter.actor());
    narrowPerson(where, values, "subject", filter.subject());
    Act act = filter.act();
    narrow(where, values, "act", act == null ? null : act.key());
    // Lines are appended in order of time, so that moments become bounds of the identifier, by
    // which every index is ordered; those of two transactions at once may have changed places.
    Instant from = filter.from();
    if (from != null) {
      where.append(" and id >= :first and at >= :from");
      values.put(
          "first", edge("select min(id) from AuditEntry where at >= :at", from, Long.MAX_VALUE));
      values.put("from", from);
    }
    Instant to = filter.to();
    if (to != null) {
      where.append(" and id <= :last and at < :to");
      values.put("last", edge("select max(id) from AuditEntry where at < :at", to, 0));
      values.put("to", to);
    }
    TypedQuery<AuditLine> query =
        entities.createQuery(LINES + where + " order by id desc", AuditLine.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultList();
  }

  // Whoever is gone is found by number: the lines keep the name of their time.
  private static void narrowPerson(
      StringBuilder where, Map<String, Object> values, String column, @Nullable String value) {
    Matcher closed = value == null ? null : CLOSED.matcher(value);
    if (closed == null || !closed.matches()) {
      narrow(where, values, column, value);
      return;
    }
    where.append(" and ").append(column).append("Id = :").append(column);
    values.put(column, Long.valueOf(closed.group(1)));
  }

  private static void narrow(
      StringBuilder where, Map<String, Object> values, String column, @Nullable String value) {
    if (value != null) {
      where.append(" and ").append(column).append(" = :").append(column);
      values.put(column, value);
    }
  }

  private long edge(String query, Instant at, long none) {
    Long id =
        entities.createQuery(query, Long.class).setParameter("at", at).getSingleResultOrNull();
    return id == null ? none : id;
  }
}
