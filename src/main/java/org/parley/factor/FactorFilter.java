package org.parley.factor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.account.PendingUser;
import org.parley.account.PortalUser;
import org.parley.account.SignInService;
import org.parley.account.SignInSuccess;
import org.parley.factor.SecondFactors.Outcome;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** Takes the second thing of whoever has shown the first in this session. */
@Component
public final class FactorFilter extends AbstractAuthenticationProcessingFilter {
  /** The request attribute with the message key of what is wrong with a code. */
  static final String PROBLEM = "factorProblem";

  private final SecondFactors factors;
  private final FactorStep step;
  private final SignInService signIns;

  FactorFilter(SecondFactors factors, FactorStep step, SignInService signIns) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, FactorController.PATH));
    this.factors = factors;
    this.step = step;
    this.signIns = signIns;
    setAuthenticationManager(authentication -> authentication);
    setAuthenticationFailureHandler(FactorFilter::again);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof PendingUser pending)) {
      throw new BadCredentialsException("");
    }
    String code = request.getParameter("code");
    if (code == null || code.isBlank() || code.length() > 64) {
      throw new BadCredentialsException("factor.code.missing");
    }
    boolean isNew = !factors.isOn(pending.id());
    PortalUser user = signIns.userOf(pending.id());
    Outcome outcome = isNew ? factors.confirm(user, code) : factors.check(pending.id(), code);
    switch (outcome) {
      case TOO_MANY -> throw new BadCredentialsException("factor.code.tooMany");
      case WRONG -> throw new BadCredentialsException("factor.code.wrong");
      case RIGHT -> {
        if (isNew) {
          request.setAttribute(SignInSuccess.TARGET, "/profile/security/factor");
        }
        if (request.getParameter("remember") != null) {
          step.remember(user, request, response);
        }
      }
    }
    return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
  }

  private static void again(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException, ServletException {
    String key = String.valueOf(problem.getMessage());
    if (!key.startsWith("factor.")) {
      // Nothing was shown here yet, or the account was shut meanwhile.
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    request.setAttribute(PROBLEM, key);
    request.getRequestDispatcher(FactorController.AGAIN).forward(request, response);
  }
}
