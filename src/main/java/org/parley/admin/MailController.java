package org.parley.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.parley.mail.MailState;
import org.parley.mail.MailView;
import org.parley.mail.OutboxService;
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

/** What became of the portal's mails, and the settings they are sent with. */
@Controller
@RequestMapping("/admin/mail")
class MailController {
  private static final String VIEW = "admin/mail";
  private static final int LINES = 50;

  /** The lists there are, in the order of how much they ask of an administrator. */
  private static final List<MailState> LISTS =
      List.of(MailState.FAILED, MailState.WAITING, MailState.SENT, MailState.DISCARDED);

  private final OutboxService outbox;
  private final MailTrial trial;
  private final Settings settings;

  MailController(OutboxService outbox, MailTrial trial, Settings settings) {
    this.outbox = outbox;
    this.trial = trial;
    this.settings = settings;
  }

  /** A mail as the page shows it, its times as its reader writes them. */
  public record Row(MailView mail, String writtenAt, String nextAt, String finishedAt) {
    static Row of(MailView mail, ReaderTime reader) {
      return new Row(
          mail,
          reader.moment(mail.createdAt()),
          reader.moment(mail.nextAt()),
          mail.finishedAt() == null ? "" : reader.moment(mail.finishedAt()));
    }
  }

  @GetMapping
  String show(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "state", defaultValue = "failed") String state,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "test", required = false) @Nullable Long test,
      HttpServletRequest request,
      Model model) {
    return page(me, list(state), before, test, request, model);
  }

  @PostMapping("/test")
  String test(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("form") MailTestForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return page(me, MailState.FAILED, null, null, request, model);
    }
    long id = trial.send(me, Objects.requireNonNull(form.to()).strip(), ReaderTime.of(request));
    return "redirect:/admin/mail?state=sent&test=" + id;
  }

  @PostMapping("/{id}/retry")
  String retry(@CurrentAccount SignedIn me, @PathVariable("id") long id, RedirectAttributes after) {
    trial.retry(me, id);
    after.addFlashAttribute("saved", "mails.retried");
    return "redirect:/admin/mail?state=waiting";
  }

  @PostMapping("/{id}/discard")
  String discard(
      @CurrentAccount SignedIn me,
      @PathVariable("id") long id,
      @RequestParam(name = "state", defaultValue = "failed") String state,
      RedirectAttributes after) {
    trial.discard(me, id);
    after.addFlashAttribute("saved", "mails.discarded");
    return "redirect:/admin/mail?state=" + word(list(state));
  }

  private String page(
      SignedIn me,
      MailState state,
      @Nullable Long before,
      @Nullable Long test,
      HttpServletRequest request,
      Model model) {
    ReaderTime reader = ReaderTime.of(request);
    model.asMap().putIfAbsent("form", new MailTestForm(trial.addressOf(me)));
    Page<MailView> mails = outbox.page(state, before == null ? Long.MAX_VALUE : before, LINES);
    model.addAttribute("mails", mails.map(mail -> Row.of(mail, reader)));
    if (state == MailState.WAITING && before == null) {
      model.addAttribute(
          "sending",
          outbox.page(MailState.SENDING, Long.MAX_VALUE, LINES).items().stream()
              .map(mail -> Row.of(mail, reader))
              .toList());
    }
    if (test != null) {
      model.addAttribute("test", Row.of(outbox.show(test), reader));
    }
    model.addAttribute("state", word(state));
    model.addAttribute("states", LISTS.stream().map(MailController::word).toList());
    model.addAttribute("failed", outbox.count(MailState.FAILED));
    model.addAttribute("waiting", outbox.count(MailState.WAITING));
    model.addAttribute("mail", settings.mail());
    model.addAttribute("tls", settings.mail().tls().name().toLowerCase(Locale.ROOT));
    return VIEW;
  }

  private static MailState list(String word) {
    return LISTS.stream().filter(s -> word(s).equals(word)).findFirst().orElse(MailState.FAILED);
  }

  private static String word(MailState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
