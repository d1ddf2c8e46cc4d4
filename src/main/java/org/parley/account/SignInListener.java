package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;

/** Told of everybody who has come in, whichever way, once nothing more is asked of them. */
public interface SignInListener {
  /** {@code user} is in, in the session of {@code request}. */
  void signedIn(PortalUser user, HttpServletRequest request);
}
