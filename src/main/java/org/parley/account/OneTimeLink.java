package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that was sent by mail; of its token only the hash is known. */
@Entity
@Table(name = "one_time_link")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class OneTimeLink {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "token_hash", nullable = false, columnDefinition = "binary(32)")
  private byte[] tokenHash;

  @Column(nullable = false)
  private String purpose;

  @Column(name = "account_id")
  private @Nullable Long accountId;

  private @Nullable String detail;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  // Written by OneTimeLinkDao.use alone.
  @Column(name = "used_at", insertable = false, updatable = false)
  private @Nullable Instant usedAt;

  protected OneTimeLink() {}

  OneTimeLink(
      byte[] tokenHash,
      String purpose,
      @Nullable Long accountId,
      @Nullable String detail,
      Instant now,
      Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.purpose = purpose;
    this.accountId = accountId;
    this.detail = detail;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  String purpose() {
    return purpose;
  }

  @Nullable Long accountId() {
    return accountId;
  }

  @Nullable String detail() {
    return detail;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean isUsed() {
    return usedAt != null;
  }
}
