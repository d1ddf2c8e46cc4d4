package org.parley.phonebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody of whom an owner wants to hear nothing: a colleague, or an address from outside. */
@Entity
@Table(name = "contact_block")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Block {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "owner_id", nullable = false)
  private long ownerId;

  @Column(name = "person_id")
  private @Nullable Long personId;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "varchar(8)")
  private @Nullable AddressKind kind;

  private @Nullable String normalised;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected Block() {}

  Block(
      long ownerId,
      @Nullable Long personId,
      @Nullable AddressKind kind,
      @Nullable String normalised,
      Instant now) {
    this.ownerId = ownerId;
    this.personId = personId;
    this.kind = kind;
    this.normalised = normalised;
    this.createdAt = now;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  long ownerId() {
    return ownerId;
  }

  @Nullable Long personId() {
    return personId;
  }

  @Nullable AddressKind kind() {
    return kind;
  }

  @Nullable String normalised() {
    return normalised;
  }

  Instant createdAt() {
    return createdAt;
  }
}
