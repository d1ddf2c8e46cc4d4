package org.parley.location;

/** Who may see where somebody is. Whom the person blocks, never. */
public enum Audience {
  /** Those whom the person has in their phonebook. */
  CONTACTS,
  /** Those with the same manager or in the same department. */
  TEAM,
  /** All colleagues. */
  ALL
}
