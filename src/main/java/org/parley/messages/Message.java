package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A message as the SIP core accepted it. {@code sender} and {@code uid} together are its name: the
 * core stores a repeated one once.
 */
@Entity
@Table(name = "message")
@DynamicUpdate // Marks are set by statements of their own; a late write must not undo them.
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Message {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "conversation_id", nullable = false)
  private long conversationId;

  @Column(name = "sender_id", nullable = false)
  private long senderId;

  @Column(name = "recipient_id", nullable = false)
  private long recipientId;

  @Column(name = "message_uid", nullable = false)
  private String uid;

  @Column(name = "content_type", nullable = false)
  private String contentType;

  @Column(nullable = false, columnDefinition = "mediumtext")
  private String body;

  @Column(name = "sent_at", nullable = false)
  private Instant sentAt;

  @Column(name = "delivered_at")
  private @Nullable Instant deliveredAt;

  @Column(name = "read_at")
  private @Nullable Instant readAt;

  @Column(nullable = false)
  private boolean withheld;

  protected Message() {}

  Message(long conversationId, long senderId, long recipientId, String uid) {
    this.conversationId = conversationId;
    this.senderId = senderId;
    this.recipientId = recipientId;
    this.uid = uid;
  }

  /** Takes what was sent; once more with the same after a rebuild. */
  void setContent(String type, String text, Instant sent) {
    contentType = type;
    body = text;
    sentAt = sent;
  }

  /** A note to oneself has arrived and is read as it is written. */
  void seenByItsSender() {
    deliveredAt = sentAt;
    readAt = sentAt;
  }

  /** Keeps it from its recipient, who blocks its sender. */
  void withhold() {
    withheld = true;
  }

  boolean isWithheld() {
    return withheld;
  }

  /** Puts its columns into a statement that inserts it, from {@code first} on; the next free. */
  int bind(Query insert, int first) {
    int column = first;
    insert.setParameter(column++, conversationId);
    insert.setParameter(column++, senderId);
    insert.setParameter(column++, recipientId);
    insert.setParameter(column++, uid);
    insert.setParameter(column++, contentType);
    insert.setParameter(column++, body);
    insert.setParameter(column++, sentAt);
    insert.setParameter(column++, deliveredAt);
    insert.setParameter(column++, readAt);
    insert.setParameter(column++, withheld);
    return column;
  }

  void stored(long as) {
    id = as;
  }

  MessageDao.Key key() {
    return new MessageDao.Key(senderId, uid);
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  long conversationId() {
    return conversationId;
  }

  long senderId() {
    return senderId;
  }

  long recipientId() {
    return recipientId;
  }

  String uid() {
    return uid;
  }

  String body() {
    return body;
  }

  Instant sentAt() {
    return sentAt;
  }

  MessageState state() {
    if (readAt != null) {
      return MessageState.READ;
    }
    return deliveredAt != null ? MessageState.DELIVERED : MessageState.SENT;
  }
}
