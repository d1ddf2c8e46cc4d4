package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.CurrentAccount;
import org.parley.account.PasswordRules;
import org.parley.account.SignInThrottle;
import org.parley.account.SignedIn;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the signed-in person comes in. */
@Controller
@RequestMapping("/profile/security")
class SecurityController {
  private static final String VIEW = "profile/security";
  private static final String BACK = "redirect:/profile/security";

  private final AccountService accounts;
  private final PasswordRules rules;
  private final SignInThrottle throttle;

  SecurityController(AccountService accounts, PasswordRules rules, SignInThrottle throttle) {
    this.accounts = accounts;
    this.rules = rules;
    this.throttle = throttle;
  }

  @GetMapping
  String show(Model model) {
    return page(model);
  }

  @PostMapping("/password")
  String changePassword(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("passwordForm") PasswordForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (form.next() != null && !form.next().isBlank()) {
      rules.complaint(form.next(), me.username()).ifPresent(key -> errors.rejectValue("next", key));
    }
    if (!errors.hasErrors()) {
      // A browser left open must not be a place to guess its owner's password.
      if (!throttle.begin(me.username(), request.getRemoteAddr())) {
        throw new TooManyRequestsException(SignInThrottle.WINDOW);
      }
      String session = request.getSession().getId();
      if (accounts.changePassword(me, given(form.current()), given(form.next()), session)) {
        throttle.succeeded(me.username(), request.getRemoteAddr());
        after.addFlashAttribute("saved", "profile.password.saved");
        return BACK;
      }
      errors.rejectValue("current", "account.password.currentWrong");
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return page(model);
  }

  // Forms that were not sent are added last: one that is in the model before binding would be
  // taken instead of what was sent.
  private static String page(Model model) {
    model.asMap().putIfAbsent("passwordForm", new PasswordForm("", ""));
    return VIEW;
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
