package org.parley.config;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.common.DeviceId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives every page and script this browser's own name, kept in a cookie of a year. */
final class ViewAttributes implements HandlerInterceptor {
  private static final Pattern FORM = Pattern.compile("d-[0-9a-f]{16}");
  private final SecureRandom random = new SecureRandom();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(DeviceId.ATTRIBUTE) == null) {
      request.setAttribute(
          DeviceId.ATTRIBUTE, known(request).orElseGet(() -> issue(request, response)));
    }
    return true;
  }

  private static Optional<String> known(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(DeviceId.COOKIE))
            .map(Cookie::getValue)
            .filter(value -> FORM.matcher(value).matches())
            .findFirst();
  }

  private String issue(HttpServletRequest request, HttpServletResponse response) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    String device = "d-" + HexFormat.of().formatHex(bytes);
    ResponseCookie cookie =
        ResponseCookie.from(DeviceId.COOKIE, device)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return device;
  }
}
