package org.parley.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.common.ApiRequests;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.UrlUtils;

/**
 * Remembers in a cookie the page that somebody asked for before signing in; no session is spent on
 * it. Only pages of this portal are returned to, whatever the cookie says.
 */
final class SavedPages extends CookieRequestCache {
  SavedPages() {
    setRequestMatcher(SavedPages::isPage);
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return "GET".equals(request.getMethod())
        && accept != null
        && accept.contains("text/html")
        && !ApiRequests.isOne(request);
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    SavedRequest saved = super.getRequest(request, response);
    return saved != null && isOurs(saved, request) ? saved : null;
  }

  // Whoever administered until a moment ago begins at the start, not at a refusal.
  private static boolean isOpen(String path, HttpServletRequest request) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who == null
        || !path.startsWith(request.getContextPath() + "/admin")
        || who.getAuthorities().stream().anyMatch(a -> "ROLE_ADMIN".equals(a.getAuthority()));
  }

  private static boolean isOurs(SavedRequest saved, HttpServletRequest request) {
    try {
      URI page = URI.create(saved.getRedirectUrl());
      URI here = URI.create(UrlUtils.buildFullRequestUrl(request));
      return page.getScheme().equals(here.getScheme())
          && page.getRawAuthority().equals(here.getRawAuthority())
          && isOpen(page.getRawPath(), request);
    } catch (IllegalArgumentException | NullPointerException e) {
      return false; // A cookie that somebody made up.
    }
  }
}
