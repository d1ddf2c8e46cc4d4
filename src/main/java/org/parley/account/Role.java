package org.parley.account;

/** What an account may do in the portal. */
public enum Role {
  /** Uses the portal. */
  EMPLOYEE,
  /** Uses it, and watches and steers its use. */
  ADMIN
}
