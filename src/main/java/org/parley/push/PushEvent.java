package org.parley.push;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something one person's open browsers are told. */
@Entity
@Table(name = "push_event")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class PushEvent {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @Column(nullable = false)
  private String type;

  @Column(nullable = false, columnDefinition = "text")
  private String payload;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected PushEvent() {}

  PushEvent(long accountId, String type, String payload, Instant now) {
    this.accountId = accountId;
    this.type = type;
    this.payload = payload;
    this.createdAt = now;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  long accountId() {
    return accountId;
  }

  String type() {
    return type;
  }

  String payload() {
    return payload;
  }

  Instant createdAt() {
    return createdAt;
  }
}
