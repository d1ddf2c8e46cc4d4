package org.parley.admin;

import java.time.Clock;
import java.util.Locale;
import org.parley.account.AccountLife;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.Settings;
import org.parley.mail.Letter;
import org.parley.mail.Outbox;
import org.parley.mail.OutboxService;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with mails, each noted in the audit log. */
@Service
@Transactional
class MailTrial {
  private final Outbox outbox;
  private final OutboxService mails;
  private final AccountLife life;
  private final AuditLog audit;
  private final Settings settings;
  private final Clock clock;

  MailTrial(
      Outbox outbox,
      OutboxService mails,
      AccountLife life,
      AuditLog audit,
      Settings settings,
      Clock clock) {
    this.outbox = outbox;
    this.mails = mails;
    this.life = life;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /** My own address; empty where I have none. */
  @Transactional(readOnly = true)
  String addressOf(SignedIn me) {
    return life.verifiedEmail(me).orElse("");
  }

  /** Sends a test as every mail is sent: through the outbox. */
  long send(SignedIn me, String to, ReaderTime reader) {
    Locale locale = LocaleContextHolder.getLocale();
    audit.record(me, Act.MAIL_TESTED, to, "");
    return outbox.put(
        Letter.of("test", to, me.name(), locale)
            .words(settings.organisation(), reader.moment(clock.instant())));
  }

  void retry(SignedIn me, long id) {
    audit.record(me, Act.MAIL_RETRIED, mails.show(id).recipient(), "");
    mails.retry(id);
  }

  void discard(SignedIn me, long id) {
    audit.record(me, Act.MAIL_DISCARDED, mails.show(id).recipient(), "");
    mails.discard(id);
  }
}
