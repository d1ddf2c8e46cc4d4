package org.parley.admin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.parley.mail.MailSettings;
import org.parley.mail.MailState;
import org.parley.mail.MailView;
import org.parley.mail.OutboxService;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of mails shows: the settings, and one of its lists. */
@Component
class MailPage {
  static final String VIEW = "admin/mail";
  private static final int LINES = 50;

  /** The lists there are, in the order of how much they ask of an administrator. */
  private static final List<MailState> LISTS =
      List.of(MailState.FAILED, MailState.WAITING, MailState.SENT, MailState.DISCARDED);

  private final OutboxService outbox;
  private final MailSettings settings;
  private final MailTrial trial;

  MailPage(OutboxService outbox, MailSettings settings, MailTrial trial) {
    this.outbox = outbox;
    this.settings = settings;
    this.trial = trial;
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

  /** The page with the mails in {@code state} before {@code before}, or the newest. */
  String show(SignedIn me, MailState state, @Nullable Long before, ReaderTime reader, Model model) {
    Settings.Mail now = settings.now();
    model.asMap().putIfAbsent("form", MailForm.of(now, trial.addressOf(me)));
    model.addAttribute("source", settings.source().name());
    model.addAttribute("mail", now);
    model.addAttribute("ways", Settings.Mail.Tls.values());
    Page<MailView> mails = outbox.page(state, before == null ? Long.MAX_VALUE : before, LINES);
    model.addAttribute("mails", mails.map(mail -> Row.of(mail, reader)));
    if (state == MailState.WAITING && before == null) {
      model.addAttribute(
          "sending",
          outbox.page(MailState.SENDING, Long.MAX_VALUE, LINES).items().stream()
              .map(mail -> Row.of(mail, reader))
              .toList());
    }
    model.addAttribute("state", word(state));
    model.addAttribute("states", LISTS.stream().map(MailPage::word).toList());
    model.addAttribute("failed", outbox.count(MailState.FAILED));
    model.addAttribute("waiting", outbox.count(MailState.WAITING));
    return VIEW;
  }

  /** The list that an address names, the first where there is no such list. */
  static MailState list(String word) {
    return LISTS.stream().filter(s -> word(s).equals(word)).findFirst().orElse(MailState.FAILED);
  }

  static String word(MailState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
