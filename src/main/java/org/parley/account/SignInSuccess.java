package org.parley.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.parley.common.Settings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * What happens to everybody who comes in, whichever way: noted, told, led to the page they want.
 */
public final class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
  private final FreshSignIn fresh;
  private final List<SignInListener> listeners;
  private final Settings settings;

  /** Tells {@code listeners} in their order. */
  public SignInSuccess(FreshSignIn fresh, List<SignInListener> listeners, Settings settings) {
    this.fresh = fresh;
    this.listeners = listeners;
    this.settings = settings;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    if (authentication.getPrincipal() instanceof PortalUser user) {
      HttpSession session = request.getSession();
      // Half a sign-in may have made it short-lived.
      session.setMaxInactiveInterval(Math.toIntExact(settings.sessionLifetime().toSeconds()));
      fresh.begin(session);
      listeners.forEach(listener -> listener.signedIn(user, request));
    }
    super.onAuthenticationSuccess(request, response, authentication);
  }
}
