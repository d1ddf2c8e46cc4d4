package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's side of a conversation: what their list of conversations shows. */
@Entity
@Table(name = "participant")
@IdClass(ParticipantId.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Participant {
  @Id
  @Column(name = "account_id")
  private long accountId;

  @Id
  @Column(name = "conversation_id")
  private long conversationId;

  @Column(name = "peer_id", nullable = false)
  private long peerId;

  @Column(name = "last_message_id")
  private @Nullable Long lastMessageId;

  @Column(name = "last_at", nullable = false)
  private Instant lastAt;

  @Column(name = "read_up_to", nullable = false)
  private long readUpTo;

  @Column(nullable = false)
  private int unread;

  protected Participant() {}

  Participant(long accountId, long conversationId, long peerId, Instant now) {
    this.accountId = accountId;
    this.conversationId = conversationId;
    this.peerId = peerId;
    this.lastAt = now;
  }

  long accountId() {
    return accountId;
  }

  long conversationId() {
    return conversationId;
  }

  int unread() {
    return unread;
  }

  /** Moves the mark up to which everything is read; never back, never past the last message. */
  void noteRead(long upTo) {
    long last = lastMessageId == null ? 0 : lastMessageId;
    readUpTo = Math.max(readUpTo, Math.min(upTo, last));
  }

  long readUpTo() {
    return readUpTo;
  }

  void setUnread(long count) {
    unread = Math.toIntExact(count);
  }
}
