package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.parley.account.RegistrationService.Confirmation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in a mail leads that asks whether an address is right. */
@Controller
@RequestMapping("/verify")
class VerificationController {
  private final RegistrationService registrations;
  private final RateLimits limits;

  VerificationController(RegistrationService registrations, RateLimits limits) {
    this.registrations = registrations;
    this.limits = limits;
  }

  @GetMapping
  String ask(@RequestParam(name = "token", defaultValue = "") String token, Model model) {
    Optional<String> address = registrations.toConfirm(token);
    if (address.isPresent()) {
      model.addAttribute("address", address.get());
      model.addAttribute("token", token);
      return "account/verify";
    }
    return result(registrations.refusal(token), model);
  }

  @PostMapping
  String confirm(
      @RequestParam(name = "token", defaultValue = "") String token, HttpServletRequest request) {
    limits.require(RateLimits.Limit.VERIFICATION, request.getRemoteAddr());
    return "redirect:/verify/done?result=" + registrations.confirm(token).name();
  }

  @GetMapping("/done")
  String done(
      @RequestParam(name = "result", defaultValue = "EXPIRED") Confirmation result, Model model) {
    return result(result, model);
  }

  private static String result(Confirmation result, Model model) {
    model.addAttribute("result", result.name());
    return "account/verified";
  }
}
