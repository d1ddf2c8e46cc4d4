package org.parley.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells a script that nobody is signed in; a redirect would only confuse it. */
final class ProblemEntryPoint implements AuthenticationEntryPoint {
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    // The container forwards to where problems get their words, in the reader's language.
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
  }
}
