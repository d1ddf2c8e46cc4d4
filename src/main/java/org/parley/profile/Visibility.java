package org.parley.profile;

/** Who may see a group of fields. */
public enum Visibility {
  /** All colleagues. */
  EVERYONE,
  /** Those whom the person has in their phonebook. */
  CONTACTS,
  /** The person alone. */
  NOBODY;

  /** Whether a colleague may see it who is, or is not, one of the person's contacts. */
  public boolean lets(boolean isContact) {
    return this == EVERYONE || (this == CONTACTS && isContact);
  }
}
