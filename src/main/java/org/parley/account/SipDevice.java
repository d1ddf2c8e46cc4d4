package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A desk phone or softphone with a password of its own. */
@Entity
@Table(name = "sip_device")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class SipDevice {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @Column(nullable = false)
  private String label;

  @Column(name = "auth_user", nullable = false)
  private String authUser;

  @Column(nullable = false, columnDefinition = "char(32)")
  private String ha1;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  // The SIP core polls by this.
  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  protected SipDevice() {}

  SipDevice(long accountId, String label, String authUser, String ha1, Instant now) {
    this.accountId = accountId;
    this.label = label;
    this.authUser = authUser;
    this.ha1 = ha1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  String label() {
    return label;
  }

  String authUser() {
    return authUser;
  }

  Instant createdAt() {
    return createdAt;
  }

  void revoke(Instant now) {
    revokedAt = now;
    updatedAt = now;
  }
}
