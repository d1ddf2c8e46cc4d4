package org.parley.provider;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.parley.account.RateLimits;
import org.parley.account.RateLimits.Limit;
import org.parley.common.Settings;
import org.parley.mail.Letter;
import org.parley.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails the link that shows whose an address is. */
@Service
@Transactional
public class ArrivalMail {
  private final Outbox outbox;
  private final RateLimits limits;
  private final Settings settings;

  ArrivalMail(Outbox outbox, RateLimits limits, Settings settings) {
    this.outbox = outbox;
    this.limits = limits;
    this.settings = settings;
  }

  /** Whether mails leave here at all. */
  public boolean isOpen() {
    return outbox.isOpen();
  }

  /**
   * Mails a link.
   *
   * @return whether it was mailed; not where there were too many already
   */
  public boolean send(
      String email,
      String providerName,
      String token,
      Instant until,
      Locale language,
      String from) {
    if (!limits.allows(Limit.PROVIDER, from)
        || !limits.allows(Limit.PROVIDER_MAIL, email.toLowerCase(Locale.ROOT))) {
      return false;
    }
    outbox.put(
        Letter.of("provider", email, null, language)
            .words(settings.organisation(), providerName)
            .link(
                URI.create(settings.publicUrl() + ArrivalController.PATH + "/link?token=" + token))
            .notAfter(until));
    return true;
  }
}
