package org.parley.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.Settings;
import org.parley.mail.Letter;
import org.parley.mail.MailSettings;
import org.parley.mail.MailState;
import org.parley.mail.SmtpTrial;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings by which mail goes out: tried as they are written, saved, or left to the copy. */
@Controller
class MailSettingsController {
  private final MailPage page;
  private final MailTrial trial;
  private final MailSettings settings;
  private final SmtpTrial smtp;
  private final Settings copy;
  private final Clock clock;

  MailSettingsController(
      MailPage page,
      MailTrial trial,
      MailSettings settings,
      SmtpTrial smtp,
      Settings copy,
      Clock clock) {
    this.page = page;
    this.trial = trial;
    this.settings = settings;
    this.smtp = smtp;
    this.copy = copy;
    this.clock = clock;
  }

  /**
   * What was done with the form.
   *
   * @param act {@code save}, {@code test}, or {@code forget} for the copy's defaults
   */
  @PostMapping("/admin/mail")
  String send(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("form") MailForm form,
      BindingResult errors,
      @RequestParam(name = "act", defaultValue = "save") String act,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      RedirectAttributes after,
      Model model) {
    boolean fixed = settings.source() == MailSettings.Source.OPERATOR;
    if (!fixed && "forget".equals(act)) {
      trial.forget(me);
      after.addFlashAttribute("saved", "mails.forgotten");
      return "redirect:/admin/mail";
    }
    ReaderTime reader = ReaderTime.of(request);
    boolean test = fixed || "test".equals(act);
    Settings.Mail meant = fixed ? settings.now() : meant(form, test, errors);
    if (test && form.recipient().isEmpty()) {
      errors.rejectValue("to", "account.email.missing");
    }
    if (meant == null || (fixed ? errors.hasFieldErrors("to") : errors.hasErrors())) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    } else if (test) {
      model.addAttribute("tested", form.recipient());
      model.addAttribute("test", test(me, form.recipient(), meant, reader, locale));
    } else {
      trial.save(me, meant);
      after.addFlashAttribute("saved", "mails.saved");
      return "redirect:/admin/mail";
    }
    return page.show(me, MailState.FAILED, null, reader, model);
  }

  /** What the form means; nothing where something is wrong in it. */
  private Settings.@Nullable Mail meant(MailForm form, boolean test, BindingResult errors) {
    if (errors.hasErrors()) {
      return null;
    }
    Settings.Mail written = form.settings();
    if (test && !written.isOn()) {
      errors.rejectValue("host", "mails.host.missing");
    }
    Optional<Settings.Mail> whole = settings.complete(written);
    if (whole.isEmpty()) {
      errors.rejectValue("password", "mails.password.missing");
    }
    return whole.orElse(null);
  }

  private SmtpTrial.Outcome test(
      SignedIn me, String to, Settings.Mail by, ReaderTime reader, Locale locale) {
    Letter letter =
        Letter.of("test", to, me.name(), locale)
            .words(copy.organisation(), reader.moment(clock.instant()));
    SmtpTrial.Outcome outcome = smtp.send(letter, by);
    trial.tested(me, to, by, outcome);
    return outcome;
  }
}
