package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.CurrentAccount;
import org.parley.account.FreshSignIn;
import org.parley.account.PasswordRules;
import org.parley.account.ProviderProblem;
import org.parley.account.SignInThrottle;
import org.parley.account.SignedIn;
import org.parley.common.Settings;
import org.parley.common.TooManyRequestsException;
import org.parley.factor.SecondFactors;
import org.parley.provider.LinkWord;
import org.parley.provider.ProviderService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  private final FreshSignIn fresh;
  private final ProviderService providers;
  private final SecondFactors factors;
  private final LinkWord linkWord;
  private final Settings settings;

  SecurityController(
      AccountService accounts,
      PasswordRules rules,
      SignInThrottle throttle,
      FreshSignIn fresh,
      ProviderService providers,
      SecondFactors factors,
      LinkWord linkWord,
      Settings settings) {
    this.accounts = accounts;
    this.rules = rules;
    this.throttle = throttle;
    this.fresh = fresh;
    this.providers = providers;
    this.factors = factors;
    this.linkWord = linkWord;
    this.settings = settings;
  }

  @GetMapping
  String show(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "provider", defaultValue = "") String provider,
      HttpServletRequest request,
      Model model) {
    if (provider.equals("linked")) {
      model.addAttribute("providerSaved", "profile.provider.linked");
    } else if (ProviderProblem.isOne(provider)) {
      model.addAttribute("providerProblem", provider);
    }
    return page(me, request, model);
  }

  @PostMapping("/first-password")
  String setFirstPassword(
      @CurrentAccount SignedIn me,
      @ModelAttribute("firstPasswordForm") FirstPasswordForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    HttpSession session = request.getSession();
    String next = form.next() == null ? "" : form.next();
    if (next.isBlank()) {
      errors.rejectValue("next", "account.password.missing");
    } else {
      rules.complaint(next, me.username()).ifPresent(key -> errors.rejectValue("next", key));
    }
    if (!errors.hasErrors()
        && fresh.isFresh(session)
        && accounts.setFirstPassword(me, next, session.getId())) {
      after.addFlashAttribute("saved", "profile.password.isSet");
      return BACK;
    }
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return page(me, request, model);
  }

  @PostMapping("/providers/{id}/unlink")
  String unlink(
      @CurrentAccount SignedIn me,
      @PathVariable("id") String provider,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (providers.unlink(me, provider)) {
      after.addFlashAttribute("saved", "profile.provider.unlinked");
      return BACK;
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    model.addAttribute("lastWay", true);
    return page(me, request, model);
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
    return page(me, request, model);
  }

  // Forms that were not sent are added last: one that is in the model before binding would be
  // taken instead of what was sent.
  private String page(SignedIn me, HttpServletRequest request, Model model) {
    HttpSession session = request.getSession();
    Map<String, Object> attributes = model.asMap();
    attributes.putIfAbsent("passwordForm", new PasswordForm("", ""));
    attributes.putIfAbsent("firstPasswordForm", new FirstPasswordForm(""));
    attributes.put("hasPassword", accounts.hasPassword(me));
    attributes.put("isFresh", fresh.isFresh(session));
    attributes.put("factorOn", factors.isOn(me.id()));
    attributes.put("providers", providers.list(me));
    attributes.put("linkWord", linkWord.of(session));
    attributes.put("publicUrl", settings.publicUrl().toString().replaceFirst("/$", ""));
    return VIEW;
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
