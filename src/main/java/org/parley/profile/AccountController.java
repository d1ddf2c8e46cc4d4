package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountLife;
import org.parley.account.CurrentAccount;
import org.parley.account.ForeignAddress;
import org.parley.account.FreshSignIn;
import org.parley.account.LastAdministratorException;
import org.parley.account.RateLimits;
import org.parley.account.ReaderTime;
import org.parley.account.RegistrationService;
import org.parley.account.SecretQuestions;
import org.parley.account.SignInThrottle;
import org.parley.account.SignedIn;
import org.parley.account.SipNames;
import org.parley.account.UsernameTakenException;
import org.parley.common.Settings;
import org.parley.common.TooManyRequestsException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: mail address, SIP name, mail about messages, secret question, its end. */
@Controller
@RequestMapping("/profile/account")
class AccountController {
  private static final String VIEW = "profile/account";
  private static final String BACK = "redirect:/profile/account";

  private final AccountLife life;
  private final SipNames names;
  private final SecretQuestions questions;
  private final RegistrationService registrations;
  private final SignInThrottle throttle;
  private final RateLimits limits;
  private final FreshSignIn fresh;
  private final Settings settings;

  AccountController(
      AccountLife life,
      SipNames names,
      SecretQuestions questions,
      RegistrationService registrations,
      SignInThrottle throttle,
      RateLimits limits,
      FreshSignIn fresh,
      Settings settings) {
    this.life = life;
    this.names = names;
    this.questions = questions;
    this.registrations = registrations;
    this.throttle = throttle;
    this.limits = limits;
    this.fresh = fresh;
    this.settings = settings;
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, HttpServletRequest request, Model model) {
    return page(me, request, model);
  }

  @PostMapping("/email")
  String email(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("emailForm") EmailForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    ForeignAddress.reject(
        settings.providers(), Objects.toString(form.email(), ""), "email", errors);
    if (isRefused(me, form.emailPassword(), "emailPassword", errors, request)) {
      return again(me, request, response, model);
    }
    life.requestEmail(me, given(form.email()));
    after.addFlashAttribute("saved", "profile.email.asked");
    return BACK;
  }

  @PostMapping("/email/cancel")
  String cancelEmail(@CurrentAccount SignedIn me) {
    life.cancelEmail(me);
    return BACK;
  }

  @PostMapping("/name")
  String name(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("sipNameForm") SipNameForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (isRefused(me, form.userPassword(), "userPassword", errors, request)) {
      return again(me, request, response, model);
    }
    limits.require(RateLimits.Limit.SIP_NAME, Long.toString(me.id()));
    try {
      names.change(me, given(form.user()));
    } catch (UsernameTakenException e) {
      errors.rejectValue("user", "account.username.taken");
      return again(me, request, response, model);
    }
    after.addFlashAttribute("saved", "profile.sip.saved");
    return BACK;
  }

  @PostMapping("/mails")
  String offlineMail(
      @CurrentAccount SignedIn me,
      @ModelAttribute("offlineMailForm") OfflineMailForm form,
      RedirectAttributes after) {
    life.chooseOfflineMail(me, form.chosen());
    after.addFlashAttribute("saved", "profile.saved");
    return BACK;
  }

  @PostMapping("/question")
  String question(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("questionForm") QuestionForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (isRefused(me, form.questionPassword(), "questionPassword", errors, request)) {
      return again(me, request, response, model);
    }
    questions.set(me, given(form.question()), given(form.answer()));
    after.addFlashAttribute("saved", "profile.question.saved");
    return BACK;
  }

  @PostMapping("/question/remove")
  String removeQuestion(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("removeForm") RemoveQuestionForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (isRefused(me, form.removePassword(), "removePassword", errors, request)) {
      return again(me, request, response, model);
    }
    questions.remove(me);
    after.addFlashAttribute("saved", "profile.question.removed");
    return BACK;
  }

  @PostMapping("/close")
  String close(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("closeForm") CloseForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!isRefused(me, form.closePassword(), "closePassword", errors, request)
        && life.isLastAdmin(me)) {
      errors.rejectValue("closePassword", "profile.close.lastAdmin");
    }
    if (errors.hasErrors() || !isClosed(me, errors)) {
      return again(me, request, response, model);
    }
    request.getSession().invalidate();
    SecurityContextHolder.clearContext();
    return "redirect:/login?closed";
  }

  /** Closes the account, unless the other administrators have left in the same moment. */
  private boolean isClosed(SignedIn me, BindingResult errors) {
    try {
      life.close(me);
      return true;
    } catch (LastAdministratorException e) {
      errors.rejectValue("closePassword", "profile.close.lastAdmin");
    } catch (ConcurrencyFailureException e) {
      errors.rejectValue("closePassword", "admin.people.busy");
    }
    return false;
  }

  /**
   * A browser left open is not enough for what this page does: its owner says the password again,
   * or has only just come in where there is none.
   */
  private boolean isRefused(
      SignedIn me,
      @Nullable String password,
      String field,
      BindingResult errors,
      HttpServletRequest request) {
    if (!life.view(me).hasPassword()) {
      if (!fresh.isFresh(request.getSession())) {
        errors.rejectValue(field, "profile.account.stale");
      }
      return errors.hasErrors();
    }
    if (password == null || password.isEmpty()) {
      errors.rejectValue(field, "account.password.currentMissing");
    }
    if (errors.hasErrors()) {
      return true;
    }
    String address = request.getRemoteAddr();
    if (!throttle.begin(me.username(), address)) {
      throw new TooManyRequestsException(SignInThrottle.WINDOW);
    }
    if (!life.isMyPassword(me, given(password))) {
      errors.rejectValue(field, "account.password.currentWrong");
      return true;
    }
    throttle.succeeded(me.username(), address);
    return false;
  }

  private String again(
      SignedIn me, HttpServletRequest request, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return page(me, request, model);
  }

  // Forms that were not sent are added last: one that is in the model before binding would be
  // taken instead of what was sent.
  private String page(SignedIn me, HttpServletRequest request, Model model) {
    AccountLife.View view = life.view(me);
    ReaderTime reader = ReaderTime.of(request);
    Map<String, Object> attributes = model.asMap();
    attributes.putIfAbsent("emailForm", new EmailForm("", ""));
    attributes.putIfAbsent("sipNameForm", new SipNameForm(me.user(), ""));
    attributes.putIfAbsent("questionForm", new QuestionForm("", "", ""));
    attributes.putIfAbsent("removeForm", new RemoveQuestionForm(""));
    attributes.putIfAbsent("closeForm", new CloseForm(""));
    attributes.put("account", view);
    attributes.put("mailOpen", registrations.verifies());
    attributes.put("question", questions.of(me.id()).orElse(null));
    attributes.put("choices", OfflineMailForm.CHOICES);
    attributes.put("offlineMail", OfflineMailForm.word(view.offlineMail()));
    attributes.put(
        "former",
        names.ringing(me).stream()
            .map(former -> List.of(former.name(), reader.moment(former.ringsUntil())))
            .toList());
    return VIEW;
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
