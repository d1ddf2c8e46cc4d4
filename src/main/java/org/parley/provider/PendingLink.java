package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.parley.account.PortalUser;
import org.parley.account.SignInListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Links what waits in this browser once the owner of the account has come in by their own way.
 * Whoever comes in as somebody else leaves it behind.
 */
@Component
@Order(10)
class PendingLink implements SignInListener {
  private final ProviderService service;
  private final Clock clock;

  PendingLink(ProviderService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  @Override
  public void signedIn(PortalUser user, HttpServletRequest request) {
    HttpSession session = request.getSession();
    Optional<PendingArrival> arrival = PendingArrival.in(session, clock.instant());
    PendingArrival.forgetIn(session);
    arrival
        .filter(waiting -> Long.valueOf(user.id()).equals(waiting.owner()))
        .ifPresent(waiting -> service.link(user.id(), waiting.identity()));
  }
}
