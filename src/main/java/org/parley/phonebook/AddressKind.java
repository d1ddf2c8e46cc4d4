package org.parley.phonebook;

/** How somebody is reached. */
public enum AddressKind {
  /** A SIP address. */
  SIP,
  /** A telephone number. */
  TEL,
  /** A mail address. */
  EMAIL
}
