package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A SIP name that somebody had; it stays theirs, and rings for a while. */
@Entity
@Table(name = "former_name")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class FormerName {
  @Id
  @Column(name = "sip_user")
  private String sipUser;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @Column(name = "rings_until", nullable = false)
  private Instant ringsUntil;

  // The SIP core polls by this.
  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  protected FormerName() {}

  FormerName(String sipUser, long accountId, Instant ringsUntil, Instant now) {
    this.sipUser = sipUser;
    this.accountId = accountId;
    this.ringsUntil = ringsUntil;
    this.updatedAt = now;
  }

  String sipUser() {
    return sipUser;
  }

  long accountId() {
    return accountId;
  }

  Instant ringsUntil() {
    return ringsUntil;
  }

  /** It leads to another name now, which the core has to learn. */
  void touch(Instant now) {
    updatedAt = now;
  }

  /** It does not ring any more. */
  void silence(Instant now) {
    ringsUntil = now;
    updatedAt = now;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
