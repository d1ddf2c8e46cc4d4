package org.parley.provider;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import org.parley.common.Outage;
import org.parley.common.TooManyRequestsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** A sign-in by a provider that goes on elsewhere: with a next step, or with what went wrong. */
final class Turn extends AuthenticationException {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(Turn.class);

  private final String target;

  private Turn(String target) {
    super(target);
    this.target = target;
  }

  /** What went wrong, told on the page where it began; {@code why} ends the message's key. */
  static Turn problem(String why, boolean linking) {
    return new Turn((linking ? "/profile/security" : "/login") + "?provider=" + why);
  }

  static Turn linked() {
    return new Turn("/profile/security?provider=linked");
  }

  static Turn onwards() {
    return new Turn(ArrivalController.PATH);
  }

  /** What {@code failure} means to whoever wants to come in. */
  static Turn of(RuntimeException failure, boolean linking) {
    String why = why(failure);
    if (why.equals("failed") || why.equals("down")) {
      log.warn("A sign-in by a provider failed: {}", failure.toString());
    }
    return problem(why, linking);
  }

  private static String why(RuntimeException failure) {
    if (failure instanceof DisabledException disabled) {
      return "PENDING".equals(disabled.getMessage()) ? "pending" : "shut";
    }
    if (failure instanceof OAuth2AuthenticationException told) {
      switch (told.getError().getErrorCode()) {
        case OAuth2ErrorCodes.ACCESS_DENIED, "user_cancelled_login", "user_denied" -> {
          return "denied";
        }
        case OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, OAuth2ErrorCodes.SERVER_ERROR -> {
          return "down";
        }
        case "authorization_request_not_found",
            "invalid_state_parameter",
            "invalid_request",
            OAuth2ErrorCodes.INVALID_GRANT -> {
          return "stale";
        }
        default -> {
          // What lies below tells whether anybody answered.
        }
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooManyRequestsException) {
        return "tooMany";
      }
      if (cause instanceof IOException
          || cause instanceof HttpTimeoutException
          || cause instanceof ProviderDownException
          || cause instanceof org.springframework.web.client.HttpServerErrorException) {
        return "down";
      }
    }
    if (Outage.isOne(failure)) {
      return "down";
    }
    return "failed";
  }

  String target() {
    return target;
  }
}
