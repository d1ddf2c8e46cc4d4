package org.parley.messages;

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
import org.parley.common.Page;
import org.springframework.stereotype.Repository;

/** The tables {@code conversation} and {@code participant}. */
@Repository
class ConversationDao {
  /** As much of a last message as a list can show. */
  private static final int EXCERPT = 240;

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** A line of a person's list of conversations, before names are known. */
  record Line(
      long conversationId,
      long peerId,
      Instant lastAt,
      int unread,
      long lastSenderId,
      @Nullable String lastText) {}

  /** The conversation of {@code one} and {@code other}; each side finds only its own this way. */
  Optional<Conversation> between(long one, long other) {
    return entities
        .createQuery("from Conversation where lowId = :low and highId = :high", Conversation.class)
        .setParameter("low", Math.min(one, other))
        .setParameter("high", Math.max(one, other))
        .getResultStream()
        .findFirst();
  }

  /** The two of a conversation, whoever began. */
  record Pair(long low, long high) {
    static Pair of(long one, long other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }
  }

  /** The conversations of these pairs, as far as there are any. */
  Map<Pair, Long> among(Collection<Pair> pairs) {
    Map<Pair, Long> found = new HashMap<>();
    for (List<Pair> part : Chunks.of(pairs)) {
      Query query =
          entities.createNativeQuery(
              "select id, low_id, high_id from conversation where "
                  + Chunks.repeat("low_id = ? and high_id = ?", " or ", part),
              Object[].class);
      int column = 1;
      for (Pair pair : part) {
        query.setParameter(column++, pair.low());
        query.setParameter(column++, pair.high());
      }
      for (Object row : query.getResultList()) {
        Object[] c = (Object[]) row;
        found.put(
            new Pair(((Number) c[1]).longValue(), ((Number) c[2]).longValue()),
            ((Number) c[0]).longValue());
      }
    }
    return found;
  }

  /** Begins the conversation of {@code pair}. */
  long begin(Pair pair, Instant now) {
    Conversation conversation = new Conversation(pair.low(), pair.high());
    entities.persist(conversation);
    entities.persist(new Participant(pair.low(), conversation.id(), pair.high(), now));
    if (pair.low() != pair.high()) {
      entities.persist(new Participant(pair.high(), conversation.id(), pair.low(), now));
    }
    return conversation.id();
  }

  /** Locks both sides of these conversations until the transaction ends. */
  void lockSides(Collection<Long> conversationIds) {
    entities
        .createNativeQuery(
            "select account_id from participant where conversation_id in (:conversations)"
                + " order by conversation_id, account_id for update",
            Long.class)
        .setParameter("conversations", conversationIds)
        .getResultList();
  }

  /**
   * Shows the new messages {@code messageIds} in the lists of their people, whose sides are locked.
   */
  void advance(Collection<Long> messageIds) {
    entities
        .createNativeQuery(
            "update participant p"
                + " join (select conversation_id, max(id) as last_id from message"
                + " where id in (:messages) group by conversation_id) n"
                + " on n.conversation_id = p.conversation_id"
                + " join message l on l.id = n.last_id"
                + " left join (select conversation_id, recipient_id, count(*) as more from message"
                + " where id in (:messages) and read_at is null"
                + " group by conversation_id, recipient_id) u"
                + " on u.conversation_id = p.conversation_id and u.recipient_id = p.account_id"
                + " set p.last_message_id = l.id, p.last_at = l.sent_at,"
                + " p.unread = p.unread + coalesce(u.more, 0)")
        .setParameter("messages", messageIds)
        .executeUpdate();
  }

  /** Shows new messages that are withheld to those alone who wrote them. */
  void advanceSenders(Collection<Long> messageIds) {
    entities
        .createNativeQuery(
            "update participant p"
                + " join (select conversation_id, sender_id, max(id) as last_id from message"
                + " where id in (:messages) group by conversation_id, sender_id) n"
                + " on n.conversation_id = p.conversation_id and n.sender_id = p.account_id"
                + " join message l on l.id = n.last_id"
                + " set p.last_message_id = l.id, p.last_at = l.sent_at"
                + " where p.last_message_id is null or p.last_message_id < l.id")
        .setParameter("messages", messageIds)
        .executeUpdate();
  }

  /** Makes the lists' lines anew from the messages of conversations whose sides are locked. */
  void recount(Collection<Long> conversationIds) {
    entities
        .createNativeQuery(
            "update participant p set"
                + " p.last_message_id = (select max(l.id) from message l"
                + " where l.conversation_id = p.conversation_id"
                + " and (l.withheld = false or l.sender_id = p.account_id)),"
                + " p.last_at = coalesce((select l.sent_at from message l"
                + " where l.conversation_id = p.conversation_id"
                + " and (l.withheld = false or l.sender_id = p.account_id)"
                + " order by l.id desc limit 1), p.last_at),"
                + " p.unread = (select count(*) from message u"
                + " where u.conversation_id = p.conversation_id and u.recipient_id = p.account_id"
                + " and u.read_at is null and u.withheld = false)"
                + " where p.conversation_id in (:conversations)")
        .setParameter("conversations", conversationIds)
        .executeUpdate();
  }

  /** One person's side, locked until the transaction ends. */
  Optional<Participant> lockSide(long accountId, long conversationId) {
    return Optional.ofNullable(
        entities.find(
            Participant.class,
            new ParticipantId(accountId, conversationId),
            LockModeType.PESSIMISTIC_WRITE));
  }

  /** Unread messages of both sides of these conversations. */
  Map<ParticipantId, Integer> unread(Collection<Long> conversationIds) {
    Map<ParticipantId, Integer> unread = new HashMap<>();
    for (Object row :
        entities
            .createNativeQuery(
                "select account_id, conversation_id, unread from participant"
                    + " where conversation_id in (:conversations)",
                Object[].class)
            .setParameter("conversations", conversationIds)
            .getResultList()) {
      Object[] c = (Object[]) row;
      unread.put(
          new ParticipantId(((Number) c[0]).longValue(), ((Number) c[1]).longValue()),
          ((Number) c[2]).intValue());
    }
    return unread;
  }

  /** A person's conversations, the latest first, behind {@code before}. */
  List<Line> page(long accountId, Page.Key before, int limit) {
    return entities
        .createQuery(
            "select p.conversationId, p.peerId, p.lastAt, p.unread, m.senderId, left(m.body, :excerpt)"
                + " from Participant p join Message m on m.id = p.lastMessageId"
                + " where p.accountId = :account and p.lastAt <= :at"
                + " and (p.lastAt < :at or p.conversationId < :id)"
                + " order by p.lastAt desc, p.conversationId desc",
            Line.class)
        .setParameter("excerpt", EXCERPT)
        .setParameter("account", accountId)
        .setParameter("at", before.at())
        .setParameter("id", before.id())
        .setMaxResults(limit)
        .getResultList();
  }

  /** Unread messages in all conversations of a person. */
  long unread(long accountId) {
    return entities
        .createQuery(
            "select coalesce(sum(unread), 0) from Participant where accountId = :account",
            Long.class)
        .setParameter("account", accountId)
        .getSingleResult();
  }
}
