package org.parley.account;

import java.io.Serializable;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who has shown one thing and has to show a second. It is no {@link PortalUser} and has no
 * role, so no page, no script's address and no credential is open to it.
 *
 * @param id the account's identifier
 * @param username the sign-in name, so that ending all sessions of it ends this one too
 */
public record PendingUser(long id, String username)
    implements AuthenticatedPrincipal, Serializable {
  /** What such a session may do: show the second thing. */
  public static final String AUTHORITY = "SECOND_STEP";

  @Override
  public String getName() {
    return username;
  }

  /** {@code user}, held back. */
  public static Authentication of(PortalUser user) {
    return UsernamePasswordAuthenticationToken.authenticated(
        new PendingUser(user.id(), user.username()),
        null,
        List.of(new SimpleGrantedAuthority(AUTHORITY)));
  }
}
