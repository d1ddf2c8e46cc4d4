package org.parley.messages;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  /** Begins the conversation of {@code one} and {@code other}. */
  Conversation begin(long one, long other, Instant now) {
    Conversation conversation = new Conversation(one, other);
    entities.persist(conversation);
    entities.persist(new Participant(one, conversation.id(), other, now));
    if (one != other) {
      entities.persist(new Participant(other, conversation.id(), one, now));
    }
    entities.flush();
    return conversation;
  }

  /** Both sides, locked until the transaction ends, in an order that is always the same. */
  List<Participant> lockSides(long conversationId) {
    return entities
        .createQuery(
            "from Participant where conversationId = :conversation order by accountId",
            Participant.class)
        .setParameter("conversation", conversationId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** One person's side, locked until the transaction ends. */
  Optional<Participant> lockSide(long accountId, long conversationId) {
    return Optional.ofNullable(
        entities.find(
            Participant.class,
            new ParticipantId(accountId, conversationId),
            LockModeType.PESSIMISTIC_WRITE));
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
