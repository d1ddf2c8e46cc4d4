package org.parley.presence;

/** Who may see somebody's presence. People they block never may. */
public enum Audience {
  /** All colleagues. */
  EVERYONE,
  /** Those whom the person has in their phonebook. */
  CONTACTS,
  /** The person alone. */
  NOBODY
}
