package org.parley.factor;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.parley.account.PortalUser;
import org.parley.account.SecondStep;
import org.parley.account.UserAgents;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Asks for the second factor wherever somebody has or must have one, but in known browsers. */
@Component
class FactorStep implements SecondStep {
  /** Holds what a remembered browser has to show. */
  static final String COOKIE = "PARLEY_KNOWN";

  private final SecondFactors factors;

  FactorStep(SecondFactors factors) {
    this.factors = factors;
  }

  @Override
  public boolean isNeeded(PortalUser user, HttpServletRequest request) {
    if (factors.isOn(user.id())) {
      return known(request).filter(token -> factors.isRemembered(user.id(), token)).isEmpty();
    }
    return factors.isRequired(user.id(), user.isAdmin());
  }

  /** From now on this browser need not show it. */
  void remember(PortalUser user, HttpServletRequest request, HttpServletResponse response) {
    String browser = UserAgents.name(request.getHeader(HttpHeaders.USER_AGENT));
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, factors.remember(user, browser).reveal())
            .path("/login")
            .maxAge(SecondFactors.REMEMBERED)
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<String> known(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }
}
