package org.parley.phonebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A group in somebody's phonebook. */
@Entity
@Table(name = "contact_group")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class ContactGroup {
  /** As long as its name may be. */
  static final int LONGEST = 60;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "owner_id", nullable = false)
  private long ownerId;

  @Column(nullable = false)
  private String name;

  protected ContactGroup() {}

  ContactGroup(long ownerId, String name) {
    this.ownerId = ownerId;
    this.name = name;
  }

  void call(String to) {
    name = to;
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

  String name() {
    return name;
  }
}
