package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;

/** Says whether one thing is enough to come in. Every way in asks it. */
public interface SecondStep {
  /** Whether {@code user} has to show a second thing in this browser. */
  boolean isNeeded(PortalUser user, HttpServletRequest request);
}
