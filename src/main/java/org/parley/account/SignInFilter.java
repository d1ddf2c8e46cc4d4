package org.parley.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.common.TooManyRequestsException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The sign-in form's filter: an empty field is a slip, not a guess, so it is told beside the field
 * and never counted; guesses are counted, and refused beyond the limit before any hashing.
 */
public class SignInFilter extends UsernamePasswordAuthenticationFilter
    implements AuthenticationFailureHandler {
  /** The request attribute with the message key of what is wrong with a field or the form. */
  public static final String PROBLEM = "signInProblem";

  /** Where a refused form is shown again. */
  public static final String AGAIN = "/login/again";

  private final SignInThrottle throttle;
  private final SecondStep second;

  /** Listens at {@code POST /login}. */
  public SignInFilter(AuthenticationManager manager, SignInThrottle throttle, SecondStep second) {
    super(manager);
    this.second = second;
    this.throttle = throttle;
    setRequiresAuthenticationRequestMatcher(
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login"));
    setAuthenticationFailureHandler(this);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    String username = value(request, getUsernameParameter()).strip();
    if (username.isEmpty()) {
      throw new Slip("account.signIn.usernameMissing");
    }
    if (value(request, getPasswordParameter()).isEmpty()) {
      throw new Slip("account.signIn.passwordMissing");
    }
    String address = request.getRemoteAddr();
    if (username.length() > 64 || value(request, getPasswordParameter()).length() > 256) {
      throw new Slip("account.signIn.wrong");
    }
    if (!throttle.begin(username, address)) {
      throw new Slip("account.signIn.tooMany");
    }
    try {
      Authentication signedIn = super.attemptAuthentication(request, response);
      throttle.succeeded(username, address);
      if (signedIn.getPrincipal() instanceof PortalUser user && second.isNeeded(user, request)) {
        return PendingUser.of(user);
      }
      return signedIn;
    } catch (DisabledException e) {
      throttle.succeeded(username, address); // The password was right.
      throw new Slip(refusal(e.getMessage()));
    } catch (AuthenticationServiceException e) {
      throttle.undecided(username, address);
      throw e;
    } catch (TooManyRequestsException e) {
      throttle.undecided(username, address);
      throw new Slip("account.signIn.unavailable");
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    String problem = "account.signIn.wrong";
    if (failure instanceof Slip slip) {
      problem = slip.key;
    } else if (failure instanceof AuthenticationServiceException) {
      problem = "account.signIn.unavailable";
    }
    request.setAttribute(PROBLEM, problem);
    request.getRequestDispatcher(AGAIN).forward(request, response);
  }

  private static String refusal(@Nullable String status) {
    if (AccountStatus.UNVERIFIED.name().equals(status)) {
      return "account.signIn.unverified";
    }
    return AccountStatus.PENDING.name().equals(status)
        ? "account.signIn.pending"
        : "account.signIn.shut";
  }

  private static String value(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** Something about the form itself, with the key of its message. */
  private static final class Slip extends AuthenticationException {
    private static final long serialVersionUID = 1L;
    private final String key;

    Slip(String key) {
      super(key);
      this.key = key;
    }
  }
}
