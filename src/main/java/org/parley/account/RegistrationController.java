package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.parley.common.NotFoundException;
import org.parley.common.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Making an account on one's own, where the settings allow it. */
@Controller
@RequestMapping("/register")
class RegistrationController {
  private final RegistrationService registrations;
  private final PasswordRules rules;
  private final RateLimits limits;
  private final Settings settings;

  RegistrationController(
      RegistrationService registrations,
      PasswordRules rules,
      RateLimits limits,
      Settings settings) {
    this.registrations = registrations;
    this.rules = rules;
    this.limits = limits;
    this.settings = settings;
  }

  @ModelAttribute
  void allowed(Model model) {
    if (settings.registration() == Settings.Registration.CLOSED) {
      throw new NotFoundException();
    }
    model.addAttribute("approval", settings.registration() == Settings.Registration.APPROVAL);
    model.addAttribute("verifies", registrations.verifies());
  }

  @GetMapping
  String form(Model model) {
    model.addAttribute("form", new RegistrationForm("", "", "", ""));
    return "account/register";
  }

  @PostMapping
  String register(
      @Valid @ModelAttribute("form") RegistrationForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (form.password() != null && !form.password().isBlank()) {
      rules
          .complaint(form.password(), Objects.requireNonNullElse(form.username(), "").strip())
          .ifPresent(key -> errors.rejectValue("password", key));
    }
    String email = Objects.requireNonNullElse(form.email(), "").strip();
    if (registrations.verifies() && email.isEmpty()) {
      errors.rejectValue("email", "account.email.missing");
    }
    ForeignAddress.reject(settings.providers(), email, "email", errors);
    if (!errors.hasErrors()) {
      limits.require(RateLimits.Limit.REGISTRATION, request.getRemoteAddr());
      try {
        registrations.register(
            given(form.username()),
            given(form.name()),
            email.isEmpty() ? null : email,
            given(form.password()));
        return "redirect:/register/done";
      } catch (UsernameTakenException e) {
        errors.rejectValue("username", "account.username.taken");
      }
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return "account/register";
  }

  @GetMapping("/done")
  String done() {
    return "account/registered";
  }

  @GetMapping("/resend")
  String resendForm(Model model) {
    model.addAttribute("form", new AddressForm(""));
    return "account/resend";
  }

  @PostMapping("/resend")
  String resend(
      @Valid @ModelAttribute("form") AddressForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return "account/resend";
    }
    limits.require(RateLimits.Limit.VERIFICATION, request.getRemoteAddr());
    registrations.resend(given(form.email()));
    return "redirect:/register/done";
  }

  private static String given(@org.jspecify.annotations.Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
