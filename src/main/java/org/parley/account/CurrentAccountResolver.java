package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.ApiRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks the signed-in person up for every request, so that a disabled account is out with its next
 * one, and a changed name or role counts at once. Pages find the person as request attribute {@code
 * me}.
 */
@Component
public class CurrentAccountResolver implements HandlerMethodArgumentResolver, HandlerInterceptor {
  /** The request attribute that holds the {@link SignedIn}. */
  public static final String ATTRIBUTE = "me";

  /** Says that somebody was looked up for this request, or will be. */
  private static final String ASKED = CurrentAccountResolver.class.getName() + ".asked";

  private static final Logger log = LoggerFactory.getLogger(CurrentAccountResolver.class);

  private final SignInService signIns;

  CurrentAccountResolver(SignInService signIns) {
    this.signIns = signIns;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    request.setAttribute(ASKED, true);
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof PortalUser user)) {
      return true;
    }
    if (request.getAttribute(ATTRIBUTE) != null) {
      return true;
    }
    Optional<SignedIn> me = signIns.current(user.id());
    if (me.isPresent()) {
      request.setAttribute(ATTRIBUTE, me.get());
      BrowserSessions.note(request);
      return true;
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    if (ApiRequests.isOne(request)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(request.getContextPath() + "/login");
    }
    return false;
  }

  /**
   * Who reads the answer, also where nothing is at the address and nobody was looked up for it;
   * nobody while the database is away.
   */
  public Optional<SignedIn> reader(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof SignedIn me) {
      return Optional.of(me);
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (request.getAttribute(ASKED) != null
        || who == null
        || !(who.getPrincipal() instanceof PortalUser user)) {
      return Optional.empty();
    }
    try {
      return signIns.current(user.id());
    } catch (RuntimeException e) {
      log.debug("nobody to be looked up: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(CurrentAccount.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Object me = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (me == null) {
      throw new IllegalStateException("No signed-in person: the address is open to everybody");
    }
    return me;
  }
}
