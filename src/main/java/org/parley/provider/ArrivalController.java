package org.parley.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.RateLimits;
import org.parley.common.ProviderSettings;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.parley.common.Tokens;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The steps between a provider's word and an account: showing that an address is one's own, or that
 * an account is.
 */
@Controller
@RequestMapping(ArrivalController.PATH)
class ArrivalController {
  /** Where the steps are. */
  static final String PATH = "/login/provider";

  /** How long a mailed link works. */
  static final Duration LINK = Duration.ofMinutes(30);

  private static final String VIEW = "account/provider";
  private static final String NOTHING = "redirect:/login?provider=stale";

  private final ArrivalMail mail;
  private final Tokens tokens;
  private final Settings settings;
  private final Clock clock;

  ArrivalController(ArrivalMail mail, Tokens tokens, Settings settings, Clock clock) {
    this.mail = mail;
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  String step(HttpServletRequest request, Model model) {
    return pending(request)
        .map(arrival -> page(arrival, arrival.identity().email(), model))
        .orElse(NOTHING);
  }

  @PostMapping("/mail")
  String sendLink(
      @RequestParam(name = "email", defaultValue = "") String typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale language,
      Model model) {
    PendingArrival arrival = pending(request).orElse(null);
    if (arrival == null) {
      return NOTHING;
    }
    // Where an account has the provider's address already, that is where the link goes.
    String email =
        arrival.owner() == null ? IdentityReader.email(typed) : arrival.identity().email();
    if (email == null || !settings.providers().allows(email)) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("problem", email == null ? "form" : "domain");
      return page(arrival, typed, model);
    }
    Secret token = tokens.make();
    Instant until = clock.instant().plus(LINK);
    if (!mail.send(
        email, name(arrival), token.reveal(), until, language, request.getRemoteAddr())) {
      throw new TooManyRequestsException(RateLimits.Limit.PROVIDER_MAIL.window());
    }
    arrival.mailed(email, Tokens.hash(token.reveal()), until).keepIn(request.getSession());
    model.addAttribute("sent", email);
    return page(arrival, email, model);
  }

  @GetMapping("/link")
  String opened(
      @RequestParam(name = "token", defaultValue = "") String token,
      HttpServletRequest request,
      Model model) {
    PendingArrival arrival = ArrivalFilter.meant(request, token, clock.instant()).orElse(null);
    if (arrival == null) {
      return "redirect:/login?provider=elsewhere";
    }
    model.addAttribute("token", token);
    return page(arrival, arrival.address(), model);
  }

  private String page(PendingArrival arrival, @Nullable String email, Model model) {
    model.addAttribute("providerName", name(arrival));
    model.addAttribute("who", arrival.identity().name());
    model.addAttribute("email", email == null ? "" : email);
    model.addAttribute("hasAccount", arrival.owner() != null);
    model.addAttribute("canMail", mail.isOpen());
    return VIEW;
  }

  private Optional<PendingArrival> pending(HttpServletRequest request) {
    return PendingArrival.in(request.getSession(false), clock.instant());
  }

  private String name(PendingArrival arrival) {
    String id = arrival.identity().provider();
    return settings.providers().find(id).map(ProviderSettings.Provider::name).orElse(id);
  }
}
