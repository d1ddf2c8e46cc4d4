package org.parley.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account's way in through a provider. */
@Entity
@Table(name = "provider_link")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class ProviderLink {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  @Column(nullable = false)
  private String provider;

  @Column(nullable = false)
  private String issuer;

  @Column(nullable = false)
  private String subject;

  private @Nullable String email;

  @Column(name = "linked_at", nullable = false)
  private Instant linkedAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  protected ProviderLink() {}

  ProviderLink(long accountId, Identity identity, Instant now) {
    this.accountId = accountId;
    this.provider = identity.provider();
    this.issuer = identity.issuer();
    this.subject = identity.subject();
    this.email = identity.email();
    this.linkedAt = now;
  }

  long accountId() {
    return accountId;
  }

  String provider() {
    return provider;
  }

  @Nullable String email() {
    return email;
  }

  Instant linkedAt() {
    return linkedAt;
  }

  @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }

  void used(Instant now) {
    lastUsedAt = now;
  }
}
