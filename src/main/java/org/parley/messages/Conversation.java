package org.parley.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What two people write to each other; one of a pair, whoever began. */
@Entity
@Table(name = "conversation")
class Conversation {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "low_id", nullable = false)
  private long lowId;

  @Column(name = "high_id", nullable = false)
  private long highId;

  protected Conversation() {}

  Conversation(long one, long other) {
    this.lowId = Math.min(one, other);
    this.highId = Math.max(one, other);
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }
}
