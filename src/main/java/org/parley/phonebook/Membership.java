package org.parley.phonebook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** That a contact is in a group. */
@Entity
@Table(name = "contact_group_member")
@IdClass(Membership.Key.class)
class Membership {
  @Id
  @Column(name = "group_id")
  private long groupId;

  @Id
  @Column(name = "contact_id")
  private long contactId;

  protected Membership() {}

  Membership(long groupId, long contactId) {
    this.groupId = groupId;
    this.contactId = contactId;
  }

  long groupId() {
    return groupId;
  }

  long contactId() {
    return contactId;
  }

  /** Its two halves. */
  record Key(long groupId, long contactId) {}
}
