package org.parley.common;

import jakarta.servlet.http.HttpServletRequest;

/** Tells requests of scripts, which are answered with documents, from those of people. */
public final class ApiRequests {
  private ApiRequests() {}

  /** Whether {@code request} is for {@code /api} or the event stream. */
  public static boolean isOne(HttpServletRequest request) {
    return isOne(request.getRequestURI(), request.getContextPath());
  }

  /** Whether {@code uri}, below {@code contextPath}, is one of {@code /api} or the event stream. */
  public static boolean isOne(String uri, String contextPath) {
    String path = uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : uri;
    return path.startsWith("/api/") || path.equals("/events");
  }
}
