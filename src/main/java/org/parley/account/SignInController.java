package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.common.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; {@link SignInFilter} takes what is posted. */
@Controller
class SignInController {
  private final Settings settings;

  SignInController(Settings settings) {
    this.settings = settings;
  }

  @GetMapping("/login")
  String form(
      org.springframework.web.context.request.WebRequest request,
      @RequestParam(name = "provider", defaultValue = "") String provider,
      Model model) {
    if (request.getUserPrincipal() instanceof Authentication) {
      return "redirect:/";
    }
    if (ProviderProblem.isOne(provider)) {
      model.addAttribute("providerProblem", provider);
    }
    return page(model);
  }

  @RequestMapping(path = SignInFilter.AGAIN, method = RequestMethod.POST)
  String again(HttpServletRequest request, HttpServletResponse response, Model model) {
    Object problem = request.getAttribute(SignInFilter.PROBLEM);
    if (problem == null) {
      return "redirect:/login";
    }
    boolean slip = problem.toString().endsWith("Missing");
    HttpStatus status =
        switch (problem.toString()) {
          case "account.signIn.tooMany" -> HttpStatus.TOO_MANY_REQUESTS;
          case "account.signIn.unavailable" -> HttpStatus.SERVICE_UNAVAILABLE;
          case "account.signIn.stale" -> HttpStatus.FORBIDDEN;
          default -> slip ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.UNAUTHORIZED;
        };
    response.setStatus(status.value());
    String username = request.getParameter("username");
    model.addAttribute("username", username == null ? "" : username);
    model.addAttribute("problem", problem);
    return page(model);
  }

  private String page(Model model) {
    model.addAttribute("providers", settings.providers().all());
    model.addAttribute("publicUrl", settings.publicUrl().toString().replaceFirst("/$", ""));
    model.addAttribute("canRegister", settings.registration() != Settings.Registration.CLOSED);
    return "account/login";
  }
}
