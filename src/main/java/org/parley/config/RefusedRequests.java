package org.parley.config;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.account.PendingUser;
import org.parley.account.SignInFilter;
import org.parley.common.ApiRequests;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers what the policy refuses. A form without a fresh token is mostly one that stood open while
 * its owner signed out or in elsewhere: it leads to the sign-in page, not to an error.
 */
final class RefusedRequests implements AccessDeniedHandler {
  private final AuthenticationEntryPoint signInFirst;

  RefusedRequests(AuthenticationEntryPoint signInFirst) {
    this.signInFirst = signInFirst;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException, ServletException {
    if (secondStepIsMissing()) {
      if (ApiRequests.isOne(request)) {
        signInFirst.commence(
            request, response, new InsufficientAuthenticationException("half a sign-in", reason));
      } else {
        response.sendRedirect(request.getContextPath() + "/login/factor");
      }
    } else if (reason instanceof CsrfException && isSignIn(request) && nobodyIsSignedIn()) {
      request.setAttribute(SignInFilter.PROBLEM, "account.signIn.stale");
      request.getRequestDispatcher(SignInFilter.AGAIN).forward(request, response);
    } else if (reason instanceof CsrfException && (isSignIn(request) || nobodyIsSignedIn())) {
      signInFirst.commence(
          request, response, new InsufficientAuthenticationException("no token", reason));
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isSignIn(HttpServletRequest request) {
    return request.getRequestURI().equals(request.getContextPath() + "/login");
  }

  private static boolean secondStepIsMissing() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof PendingUser;
  }

  private static boolean nobodyIsSignedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who == null || who instanceof AnonymousAuthenticationToken;
  }
}
