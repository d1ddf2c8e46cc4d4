package org.parley.messages;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.common.Chunks;
import org.springframework.stereotype.Repository;

/** The table {@code message}. */
@Repository
class MessageDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** What has to be known of a message to tell its sender about it. */
  record Mark(long id, long senderId, long recipientId, String uid) {}

  /** What a message is known by. */
  record Key(long senderId, String uid) {}

  /** Stores new messages; they get their identifiers in this order. */
  void save(Collection<Message> messages) {
    for (List<Message> part : Chunks.of(messages)) {
      Query insert =
          entities.createNativeQuery(
              "insert into message (conversation_id, sender_id, recipient_id, message_uid,"
                  + " content_type, body, sent_at, delivered_at, read_at, withheld) values "
                  + Chunks.repeat("(?,?,?,?,?,?,?,?,?,?)", ",", part));
      int column = 1;
      for (Message message : part) {
        column = message.bind(insert, column);
      }
      insert.executeUpdate();
    }
    Map<Key, Mark> stored = marks(messages.stream().map(Message::key).toList());
    messages.forEach(m -> m.stored(Objects.requireNonNull(stored.get(m.key())).id()));
  }

  /** Those of these messages that there are. */
  Map<Key, Mark> marks(Collection<Key> keys) {
    Map<Key, Mark> marks = new HashMap<>();
    for (List<Key> part : Chunks.of(keys)) {
      Query query =
          entities.createNativeQuery(
              "select id, sender_id, recipient_id, message_uid from message where "
                  + Chunks.repeat("sender_id = ? and message_uid = ?", " or ", part),
              Object[].class);
      int column = 1;
      for (Key key : part) {
        query.setParameter(column++, key.senderId());
        query.setParameter(column++, key.uid());
      }
      for (Object row : query.getResultList()) {
        Object[] c = (Object[]) row;
        Mark mark = new Mark(number(c[0]), number(c[1]), number(c[2]), (String) c[3]);
        marks.put(new Key(mark.senderId(), mark.uid()), mark);
      }
    }
    return marks;
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  List<Message> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Message where id in :ids", Message.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Messages before {@code id} that {@code reader} may see, the newest first. */
  List<Message> before(long conversationId, long reader, long id, int limit) {
    return entities
        .createQuery(
            "from Message where conversationId = :conversation and id < :id"
                + " and (withheld = false or senderId = :reader) order by id desc",
            Message.class)
        .setParameter("conversation", conversationId)
        .setParameter("reader", reader)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Messages after {@code id} that {@code reader} may see, the oldest first. */
  List<Message> after(long conversationId, long reader, long id, int limit) {
    return entities
        .createQuery(
            "from Message where conversationId = :conversation and id > :id"
                + " and (withheld = false or senderId = :reader) order by id",
            Message.class)
        .setParameter("conversation", conversationId)
        .setParameter("reader", reader)
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
                + " and readAt is null and withheld = false and id <= :upTo order by id",
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
                + " and recipientId = :recipient and readAt is null and withheld = false",
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
                + " and readAt is null and withheld = false and id <= :upTo")
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
                    + " and deliveredAt is null and withheld = false and uid in :uids order by id",
                Mark.class)
            .setParameter("recipient", recipientId)
            .setParameter("uids", uids)
            .getResultList();
  }

  /** Messages to {@code recipientId} that no device has taken yet, the oldest first. */
  List<Message> waiting(long recipientId, int limit) {
    return entities
        .createQuery(
            "from Message where recipientId = :recipient and deliveredAt is null"
                + " and withheld = false order by id",
            Message.class)
        .setParameter("recipient", recipientId)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Marks messages as taken by a device.
   *
   * @param times when, by identifier
   * @return those of which that was not known
   */
  Set<Long> markDelivered(Map<Long, Instant> times) {
    if (times.isEmpty()) {
      return Set.of();
    }
    List<?> open =
        entities
            .createNativeQuery(
                "select id from message where id in (:ids) and delivered_at is null"
                    + " order by id for update",
                Long.class)
            .setParameter("ids", times.keySet())
            .getResultList();
    Set<Long> news = new LinkedHashSet<>();
    open.forEach(id -> news.add(number(id)));
    for (List<Long> part : Chunks.of(news)) {
      Query update =
          entities.createNativeQuery(
              "update message set delivered_at = case id "
                  + Chunks.repeat("when ? then cast(? as datetime(6))", " ", part)
                  + " end where id in ("
                  + Chunks.repeat("?", ",", part)
                  + ")");
      int column = 1;
      for (Long id : part) {
        update.setParameter(column++, id);
        update.setParameter(column++, times.get(id));
      }
      for (Long id : part) {
        update.setParameter(column++, id);
      }
      update.executeUpdate();
    }
    return news;
  }
}
