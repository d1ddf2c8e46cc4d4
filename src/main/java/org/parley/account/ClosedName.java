package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A name of a closed account, which cannot be read from it. */
@Entity
@Table(name = "closed_name")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class ClosedName {
  @Id
  @Column(name = "name_hash", columnDefinition = "char(64)")
  private String hash;

  @Column(name = "account_id", nullable = false)
  private long accountId;

  protected ClosedName() {}

  ClosedName(String hash, long accountId) {
    this.hash = hash;
    this.accountId = accountId;
  }

  String hash() {
    return hash;
  }

  long accountId() {
    return accountId;
  }
}
