package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that is mailed unless it is read in time. */
@Entity
@Table(name = "offline_mail")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class OfflineMail {
  /** How far it has come. */
  enum State {
    WAITING,
    MAILED,
    SENT,
    FAILED
  }

  @Id
  @Column(name = "message_id")
  private long messageId;

  @Column(name = "recipient_id", nullable = false)
  private long recipientId;

  @Column(name = "due_at", nullable = false)
  private Instant dueAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(8)")
  private State state;

  @Column(columnDefinition = "char(36)")
  private @Nullable String digest;

  protected OfflineMail() {}

  OfflineMail(long messageId, long recipientId, Instant dueAt) {
    this.messageId = messageId;
    this.recipientId = recipientId;
    this.dueAt = dueAt;
    this.state = State.WAITING;
  }

  /** Puts its columns into a statement that inserts it, from {@code first} on; the next free. */
  int bind(Query insert, int first) {
    int column = first;
    insert.setParameter(column++, messageId);
    insert.setParameter(column++, recipientId);
    insert.setParameter(column++, dueAt);
    insert.setParameter(column++, state.name());
    return column;
  }

  long messageId() {
    return messageId;
  }

  long recipientId() {
    return recipientId;
  }

  boolean isDue(Instant now) {
    return !dueAt.isAfter(now);
  }

  void postpone(Instant until) {
    dueAt = until;
  }

  void mailedIn(String name) {
    state = State.MAILED;
    digest = name;
  }

  void end(State last) {
    state = last;
  }
}
