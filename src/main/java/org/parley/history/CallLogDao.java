package org.parley.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.common.Page;
import org.springframework.stereotype.Repository;

/** The table {@code call_log}. */
@Repository
class CallLogDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** A line of a person's history, before names are known. */
  record Line(
      long id,
      CallKind kind,
      String peerUser,
      @Nullable Long peerId,
      Instant startedAt,
      boolean seen,
      CallState state,
      @Nullable String media,
      @Nullable Integer code,
      @Nullable String endedBy,
      @Nullable String answeredDevice,
      @Nullable Instant answeredAt,
      @Nullable Instant endedAt,
      boolean calledByMe) {}

  void save(CallLog log) {
    entities.persist(log);
  }

  void remove(CallLog log) {
    entities.remove(log);
  }

  /** Everybody's lines of these calls. */
  List<CallLog> findAll(Collection<Long> callRecordIds) {
    return callRecordIds.isEmpty()
        ? List.of()
        : entities
            .createQuery("from CallLog where callRecordId in :calls", CallLog.class)
            .setParameter("calls", callRecordIds)
            .getResultList();
  }

  /**
   * A person's calls, the latest first, behind {@code before}.
   *
   * @param kind only these; elsewhere means answered on another device than {@code device}
   * @param person only those with this user
   */
  List<Line> page(
      long accountId,
      @Nullable CallKind kind,
      @Nullable String person,
      String device,
      Page.Key before,
      int limit) {
    StringBuilder query =
        new StringBuilder(
            "select l.id, l.kind, l.peerUser, l.peerId, l.startedAt, l.seen, r.state, r.media,"
                + " r.code, r.endedBy, r.answeredDevice, r.answeredAt, r.endedAt,"
                + " case when r.callerId = l.accountId then true else false end"
                + " from CallLog l join CallRecord r on r.id = l.callRecordId"
                + " where l.accountId = :account and l.startedAt <= :at"
                + " and (l.startedAt < :at or l.id < :id)");
    if (kind != null) {
      query.append(" and l.kind = :kind");
    }
    if (kind == CallKind.ELSEWHERE) {
      query.append(" and r.answeredDevice <> :device");
    }
    if (person != null) {
      query.append(" and l.peerUser = :person");
    }
    query.append(" order by l.startedAt desc, l.id desc");
    TypedQuery<Line> lines =
        entities
            .createQuery(query.toString(), Line.class)
            .setParameter("account", accountId)
            .setParameter("at", before.at())
            .setParameter("id", before.id())
            .setMaxResults(limit);
    if (kind != null) {
      lines.setParameter("kind", kind == CallKind.ELSEWHERE ? CallKind.INCOMING : kind);
    }
    if (kind == CallKind.ELSEWHERE) {
      lines.setParameter("device", device);
    }
    if (person != null) {
      lines.setParameter("person", person);
    }
    return lines.getResultList();
  }

  long countUnseen(long accountId) {
    return entities
        .createQuery(
            "select count(*) from CallLog where accountId = :account and seen = false"
                + " and kind = :missed",
            Long.class)
        .setParameter("account", accountId)
        .setParameter("missed", CallKind.MISSED)
        .getSingleResult();
  }

  /** Marks every missed call as seen; how many were not. */
  int markSeen(long accountId) {
    return entities
        .createQuery(
            "update CallLog set seen = true where accountId = :account and seen = false"
                + " and kind = :missed")
        .setParameter("account", accountId)
        .setParameter("missed", CallKind.MISSED)
        .executeUpdate();
  }
}
