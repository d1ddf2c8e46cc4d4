package org.parley.admin;

import java.util.Objects;
import org.parley.account.AccountLife;
import org.parley.account.SignedIn;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.Settings;
import org.parley.mail.MailSettings;
import org.parley.mail.OutboxService;
import org.parley.mail.SmtpProblem;
import org.parley.mail.SmtpTrial;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with mails and their settings, each noted in the audit log. */
@Service
@Transactional
class MailTrial {
  private final OutboxService mails;
  private final MailSettings settings;
  private final AccountLife life;
  private final AuditLog audit;

  MailTrial(OutboxService mails, MailSettings settings, AccountLife life, AuditLog audit) {
    this.mails = mails;
    this.settings = settings;
    this.life = life;
    this.audit = audit;
  }

  /** My own address; empty where I have none. */
  @Transactional(readOnly = true)
  String addressOf(SignedIn me) {
    return life.verifiedEmail(me).orElse("");
  }

  /** Notes that {@code tried} was tried, and what came of it. */
  void tested(SignedIn me, String to, Settings.Mail tried, SmtpTrial.Outcome outcome) {
    SmtpProblem problem = outcome.problem();
    String result = problem == null ? "sent" : problem.key();
    audit.record(me, Act.MAIL_TESTED, to, tried.host() + ":" + tried.port() + ", " + result);
  }

  /** Mail goes out by {@code next} from now on. */
  void save(SignedIn me, Settings.Mail next) {
    Settings.Mail before = settings.now();
    boolean samePassword = Objects.equals(before.password(), next.password());
    audit.record(
        me,
        Act.SETTING_CHANGED,
        "mail",
        words(before) + " → " + words(next) + (samePassword ? "" : ", password-changed"));
    settings.save(next);
  }

  /** The copy's defaults count again. */
  void forget(SignedIn me) {
    String before = words(settings.now());
    settings.forget();
    audit.record(me, Act.SETTING_CHANGED, "mail", before + " → " + words(settings.now()));
  }

  void retry(SignedIn me, long id) {
    audit.record(me, Act.MAIL_RETRIED, mails.show(id).recipient(), "");
    mails.retry(id);
  }

  void discard(SignedIn me, long id) {
    audit.record(me, Act.MAIL_DISCARDED, mails.show(id).recipient(), "");
    mails.discard(id);
  }

  private static String words(Settings.Mail mail) {
    String server = mail.host().isEmpty() ? "–" : mail.host() + ":" + mail.port();
    String user = mail.user() == null ? "" : " " + mail.user();
    return server + " " + mail.tls() + user + " <" + mail.from() + ">";
  }
}
