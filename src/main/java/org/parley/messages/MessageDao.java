package org.parley.messages;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code message}. */
@Repository
class MessageDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** What has to be known of a message to tell its sender about it. */
  record Mark(long id, long senderId, long recipientId, String uid) {}

  void save(Message message) {
    entities.persist(message);
    entities.flush();
  }

  Optional<Message> find(long senderId, String uid) {
    return entities
        .createQuery("from Message where senderId = :sender and uid = :uid", Message.class)
        .setParameter("sender", senderId)
        .setParameter("uid", uid)
        .getResultStream()
        .findFirst();
  }

  List<Message> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Message where id in :ids", Message.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Messages before {@code id}, the newest first. */
  List<Message> before(long conversationId, long id, int limit) {
    return entities
        .createQuery(
            "from Message where conversationId = :conversation and id < :id order by id desc",
            Message.class)
        .setParameter("conversation", conversationId)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Messages after {@code id}, the oldest first. */
  List<Message> after(long conversationId, long id, int limit) {
    return entities
        .createQuery(
            "from Message where conversationId = :conversation and id > :id order by id",
            Message.class)
        .setParameter("conversation", conversationId)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** What {@code recipientId} has not read up to and including {@code upTo}. */
  List<Mark> unread(long conversationId, long recipientId, long upTo) {
    return entities
        .createQuery(
            "select id, senderId, recipientId, uid from Message"
                + " where conversationId = :conversation and recipientId = :recipient"
                + " and readAt is null and id <= :upTo order by id",
            Mark.class)
        .setParameter("conversation", conversationId)
        .setParameter("recipient", recipientId)
        .setParameter("upTo", upTo)
        .getResultList();
  }

  long countUnread(long conversationId, long recipientId) {
    return entities
        .createQuery(
            "select count(*) from Message where conversationId = :conversation"
                + " and recipientId = :recipient and readAt is null",
            Long.class)
        .setParameter("conversation", conversationId)
        .setParameter("recipient", recipientId)
        .getSingleResult();
  }

  void markRead(long conversationId, long recipientId, long upTo, Instant now) {
    entities
        .createQuery(
            "update Message set readAt = :now, deliveredAt = coalesce(deliveredAt, :now)"
                + " where conversationId = :conversation and recipientId = :recipient"
                + " and readAt is null and id <= :upTo")
        .setParameter("now", now)
        .setParameter("conversation", conversationId)
        .setParameter("recipient", recipientId)
        .setParameter("upTo", upTo)
        .executeUpdate();
  }

  /** Messages to {@code recipientId} with these names that no device has taken yet. */
  List<Mark> waiting(long recipientId, Collection<String> uids) {
    return uids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select id, senderId, recipientId, uid from Message where recipientId = :recipient"
                    + " and deliveredAt is null and uid in :uids order by id",
                Mark.class)
            .setParameter("recipient", recipientId)
            .setParameter("uids", uids)
            .getResultList();
  }

  /** Messages to {@code recipientId} that no device has taken yet, the oldest first. */
  List<Message> waiting(long recipientId, int limit) {
    return entities
        .createQuery(
            "from Message where recipientId = :recipient and deliveredAt is null order by id",
            Message.class)
        .setParameter("recipient", recipientId)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Marks a message as taken by a device; false where that was known. */
  boolean markDelivered(long id, Instant at) {
    return entities
            .createQuery(
                "update Message set deliveredAt = :at where id = :id and deliveredAt is null")
            .setParameter("at", at)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }
}
