package org.parley.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person's picture in its two sizes. */
@Entity
@Table(name = "picture")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Picture {
  @Id
  @Column(name = "account_id")
  private long accountId;

  @Column(nullable = false, columnDefinition = "char(32)")
  private String hash;

  @Column(nullable = false, columnDefinition = "mediumblob")
  private byte[] large;

  @Column(nullable = false, columnDefinition = "blob")
  private byte[] small;

  protected Picture() {}

  Picture(long accountId, PictureMaker.Made made) {
    this.accountId = accountId;
    change(made);
  }

  final void change(PictureMaker.Made made) {
    hash = made.hash();
    large = made.large();
    small = made.small();
  }

  String hash() {
    return hash;
  }

  byte[] bytes(boolean isSmall) {
    return isSmall ? small : large;
  }
}
