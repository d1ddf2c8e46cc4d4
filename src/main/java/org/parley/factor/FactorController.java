package org.parley.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.PendingUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Asks for the second thing, or has it set up; {@link FactorFilter} takes what is posted. */
@Controller
class FactorController {
  static final String PATH = "/login/factor";

  /** Where a refused code is shown again. */
  static final String AGAIN = PATH + "/again";

  private static final String VIEW = "account/factor";

  private final SecondFactors factors;

  FactorController(SecondFactors factors) {
    this.factors = factors;
  }

  @GetMapping(PATH)
  String ask(HttpServletRequest request, Model model) {
    return pending(request.getSession(false))
        .map(pending -> page(pending, model))
        .orElse("redirect:/login");
  }

  @RequestMapping(path = AGAIN, method = RequestMethod.POST)
  String again(HttpServletRequest request, HttpServletResponse response, Model model) {
    Object problem = request.getAttribute(FactorFilter.PROBLEM);
    PendingUser pending = pending(request.getSession(false)).orElse(null);
    if (problem == null || pending == null) {
      return "redirect:/login";
    }
    response.setStatus(
        problem.equals("factor.code.tooMany")
            ? HttpStatus.TOO_MANY_REQUESTS.value()
            : HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problem", problem);
    return page(pending, model);
  }

  private String page(PendingUser pending, Model model) {
    if (!factors.isOn(pending.id())) {
      model.addAttribute("setup", factors.begin(pending.id(), pending.username()));
    }
    return VIEW;
  }

  // The filter that refused a code has cleared the request's own context.
  private static Optional<PendingUser> pending(@Nullable HttpSession session) {
    Object kept =
        session == null
            ? null
            : session.getAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    Authentication who =
        kept instanceof SecurityContext context ? context.getAuthentication() : null;
    return who != null && who.getPrincipal() instanceof PendingUser pending
        ? Optional.of(pending)
        : Optional.empty();
  }
}
