package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.parley.account.UsernameTakenException;
import org.parley.common.Tokens;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Lets in whoever has shown by a mailed link that an address is theirs; the link works once. */
public final class ArrivalFilter extends AbstractAuthenticationProcessingFilter {
  private final ProviderService service;
  private final ProviderFilter answers;
  private final Clock clock;

  ArrivalFilter(ProviderService service, ProviderFilter answers, Clock clock) {
    super(
        PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, ArrivalController.PATH + "/link"));
    this.service = service;
    this.answers = answers;
    this.clock = clock;
    // Nobody asks it for a manager's word: the link is one.
    setAuthenticationManager(authentication -> authentication);
    setAuthenticationFailureHandler(answers::lead);
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    String token = request.getParameter("token");
    PendingArrival arrival =
        meant(request, token == null ? "" : token, clock.instant())
            .orElseThrow(() -> Turn.problem("elsewhere", false));
    String address = arrival.address();
    if (address == null) {
      throw Turn.problem("elsewhere", false);
    }
    PendingArrival.forgetIn(request.getSession());
    try {
      Arrival outcome = service.confirmed(arrival.identity(), address);
      if (outcome instanceof Arrival.Known known) {
        return answers.in(known.accountId(), request);
      }
      throw Turn.problem(outcome instanceof Arrival.Refused no ? no.why() : "failed", false);
    } catch (UsernameTakenException | DataIntegrityViolationException e) {
      throw Turn.problem("again", false);
    }
  }

  /** Who waits in this browser for the link with {@code token}. */
  static Optional<PendingArrival> meant(HttpServletRequest request, String token, Instant now) {
    return PendingArrival.in(request.getSession(false), now)
        .filter(arrival -> Tokens.hash(token).equals(arrival.tokenHash()));
  }
}
