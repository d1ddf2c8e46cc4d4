package org.parley.account;

import org.jspecify.annotations.Nullable;
import org.parley.audit.Party;

/**
 * The person whose request this is; every feature finds its records through it. Controllers take it
 * as a parameter marked {@link CurrentAccount}.
 *
 * @param id the account's identifier
 * @param user the user part of the address of record
 * @param username the sign-in name
 * @param name the name shown to others
 * @param role what the account may do
 * @param look how this person wants to read the portal
 */
public record SignedIn(long id, String user, String username, String name, Role role, Look look)
    implements Party {
  /**
   * How a person wants to read the portal, and how they are shown.
   *
   * @param language the tag of the language they chose; none leaves it to the browser
   * @param timeZone the time zone they chose; none leaves it to the browser
   * @param picture the name of their picture; none where they have none
   */
  public record Look(
      @Nullable String language, @Nullable String timeZone, @Nullable String picture) {
    /** Nothing chosen. */
    public static final Look NONE = new Look(null, null, null);
  }

  /** The tag of the language that this person chose; none leaves it to the browser. */
  public @Nullable String language() {
    return look.language();
  }

  /** Whether this person administers the portal. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
