package org.parley.account;

/**
 * The person whose request this is; every feature finds its records through it. Controllers take it
 * as a parameter marked {@link CurrentAccount}.
 *
 * @param id the account's identifier
 * @param user the user part of the address of record
 * @param username the sign-in name
 * @param name the name shown to others
 * @param role what the account may do
 */
public record SignedIn(long id, String user, String username, String name, Role role) {
  /** Whether this person administers the portal. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
