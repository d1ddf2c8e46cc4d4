package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking up an account that one was invited to. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationController {
  private static final String VIEW = "account/invitation";

  private final Invitations invitations;
  private final PasswordRules rules;
  private final RateLimits limits;

  InvitationController(Invitations invitations, PasswordRules rules, RateLimits limits) {
    this.invitations = invitations;
    this.rules = rules;
    this.limits = limits;
  }

  @GetMapping
  String show(@PathVariable("token") String token, HttpServletResponse response, Model model) {
    Optional<Invitations.Invited> invited = invitations.look(token);
    if (invited.isEmpty()) {
      return over(response);
    }
    model.addAttribute("invited", invited.get());
    model.addAttribute("form", new InvitationForm(invited.get().name(), ""));
    return VIEW;
  }

  @PostMapping
  String accept(
      @PathVariable("token") String token,
      @Valid @ModelAttribute("form") InvitationForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    Optional<Invitations.Invited> invited = invitations.look(token);
    if (invited.isEmpty()) {
      return over(response);
    }
    if (form.password() != null && !form.password().isBlank()) {
      rules
          .complaint(form.password(), invited.get().username())
          .ifPresent(key -> errors.rejectValue("password", key));
    }
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("invited", invited.get());
      return VIEW;
    }
    limits.require(RateLimits.Limit.VERIFICATION, request.getRemoteAddr());
    String name = Objects.requireNonNull(form.name());
    if (!invitations.accept(token, name, Objects.requireNonNull(form.password()))) {
      return over(response);
    }
    after.addFlashAttribute("username", invited.get().username());
    after.addFlashAttribute("welcome", true);
    return "redirect:/login";
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_GONE);
    return "account/invitation-over";
  }
}
