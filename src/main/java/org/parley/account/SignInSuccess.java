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
  /** The request attribute with the page that comes before any other. */
  public static final String TARGET = SignInSuccess.class.getName();

  private static final int SECOND_STEP_SECONDS = 600;

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
    HttpSession session = request.getSession();
    if (authentication.getPrincipal() instanceof PendingUser) {
      session.setMaxInactiveInterval(SECOND_STEP_SECONDS);
      getRedirectStrategy().sendRedirect(request, response, "/login/factor");
      return;
    }
    if (authentication.getPrincipal() instanceof PortalUser user) {
      // Half a sign-in may have made it short-lived.
      session.setMaxInactiveInterval(Math.toIntExact(settings.sessionLifetime().toSeconds()));
      fresh.begin(session);
      listeners.forEach(listener -> listener.signedIn(user, request));
    }
    if (request.getAttribute(TARGET) instanceof String target) {
      getRedirectStrategy().sendRedirect(request, response, target);
      return;
    }
    super.onAuthenticationSuccess(request, response, authentication);
  }
}
