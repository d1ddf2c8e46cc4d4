package org.parley.profile;

/** Who may see a group of fields. */
public enum Visibility {
  /** All colleagues. */
  EVERYONE,
  /** Those whom the person has among their contacts; until there are contacts, nobody. */
  CONTACTS,
  /** The person alone. */
  NOBODY
}
