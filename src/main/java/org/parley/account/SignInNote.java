package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notes the time of every sign-in. */
@Component
@Order(0)
class SignInNote implements SignInListener {
  private final SignInService signIns;

  SignInNote(SignInService signIns) {
    this.signIns = signIns;
  }

  @Override
  public void signedIn(PortalUser user, HttpServletRequest request) {
    signIns.signedIn(user.id());
  }
}
