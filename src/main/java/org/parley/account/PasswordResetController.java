package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.parley.account.PasswordResetService.Reset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A forgotten password: asking for the link, and what the link opens. */
@Controller
class PasswordResetController {
  /** As long as every request takes, so that nobody reads from the time who has an account. */
  static final Duration EVEN_TIME = Duration.ofMillis(150);

  private static final String FORM = "account/reset";
  private static final String NO_LINK = "account/reset-gone";

  private final PasswordResetService resets;
  private final PasswordRules rules;
  private final RateLimits limits;

  PasswordResetController(PasswordResetService resets, PasswordRules rules, RateLimits limits) {
    this.resets = resets;
    this.rules = rules;
    this.limits = limits;
  }

  @GetMapping("/forgot")
  String forgot(Model model) {
    model.addAttribute("form", new ForgotForm(""));
    model.addAttribute("open", resets.isOpen());
    return "account/forgot";
  }

  @PostMapping("/forgot")
  String request(
      @Valid @ModelAttribute("form") ForgotForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws InterruptedException {
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("open", resets.isOpen());
      return "account/forgot";
    }
    limits.require(RateLimits.Limit.RESET, request.getRemoteAddr());
    long begun = System.nanoTime();
    resets.request(Objects.requireNonNull(form.who()));
    Duration left = EVEN_TIME.minusNanos(System.nanoTime() - begun);
    if (!left.isNegative()) {
      Thread.sleep(left.toMillis());
    }
    return "redirect:/forgot/sent";
  }

  @GetMapping("/forgot/sent")
  String sent() {
    return "account/forgot-sent";
  }

  @GetMapping("/reset")
  String form(
      @RequestParam(name = "token", defaultValue = "") String token,
      HttpServletResponse response,
      Model model) {
    Optional<Reset> reset = resets.look(token);
    if (reset.isEmpty()) {
      return gone(response);
    }
    model.addAttribute("form", new ResetForm(token, "", ""));
    model.addAttribute("token", token);
    model.addAttribute("reset", reset.get());
    return FORM;
  }

  @PostMapping("/reset")
  String reset(
      @Valid @ModelAttribute("form") ResetForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    limits.require(RateLimits.Limit.RESET, request.getRemoteAddr());
    String token = Objects.requireNonNullElse(form.token(), "");
    Optional<Reset> reset = resets.look(token);
    if (reset.isEmpty()) {
      return gone(response);
    }
    String answer = Objects.requireNonNullElse(form.answer(), "");
    if (reset.get().question() != null && answer.isBlank()) {
      errors.rejectValue("answer", "account.question.answerMissing");
    }
    if (form.next() != null && !form.next().isBlank()) {
      rules
          .complaint(form.next(), reset.get().username())
          .ifPresent(key -> errors.rejectValue("next", key));
    }
    if (!errors.hasErrors()) {
      switch (resets.reset(token, answer, Objects.requireNonNull(form.next()))) {
        case DONE -> {
          return "redirect:/login?reset";
        }
        case WRONG_ANSWER -> errors.rejectValue("answer", "account.question.wrong");
        case TOO_MANY_ANSWERS -> {
          model.addAttribute("tooMany", true);
          return gone(response);
        }
        case NO_LINK -> {
          return gone(response);
        }
      }
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    model.addAttribute("token", token);
    model.addAttribute("reset", reset.get());
    return FORM;
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_GONE);
    return NO_LINK;
  }
}
