package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.PortalUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What was asked of a provider, kept in the session until its answer comes. */
final class Requests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  /** How long a stranger may take at the provider. */
  static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final String ASKED = Requests.class.getName();

  private final HttpSessionOAuth2AuthorizationRequestRepository session =
      new HttpSessionOAuth2AuthorizationRequestRepository();

  /** What this answer is the answer to, once it was looked for. */
  static Optional<OAuth2AuthorizationRequest> asked(HttpServletRequest request) {
    return Optional.ofNullable((OAuth2AuthorizationRequest) request.getAttribute(ASKED));
  }

  /** The account that is signed in here, with nothing more asked of it. */
  static Optional<PortalUser> here() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof PortalUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return session.loadAuthorizationRequest(request);
  }

  @Override
  public void saveAuthorizationRequest(
      OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
    session.saveAuthorizationRequest(asked, request, response);
    HttpSession kept = request.getSession();
    if (here().isEmpty()) {
      // Strangers must not fill the table with sessions of half a day.
      kept.setMaxInactiveInterval(Math.toIntExact(PATIENCE.toSeconds()));
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
    request.setAttribute(ASKED, asked);
    return asked;
  }
}
