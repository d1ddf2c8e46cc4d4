package org.parley.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.NotFoundException;
import org.parley.common.Settings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names in people's SIP addresses. Who takes another keeps the one before: it rings for a
 * while, and nobody else ever gets it, so that nobody is taken for somebody else.
 */
@Service
@Transactional
public class SipNames {
  private static final Duration CLOSED_KEPT = Duration.ofDays(1);

  private final AccountDao accounts;
  private final AccountService service;
  private final FormerNameDao formerNames;
  private final List<SipNameListener> listeners;
  private final AuditLog audit;
  private final Settings settings;
  private final Clock clock;

  SipNames(
      AccountDao accounts,
      AccountService service,
      FormerNameDao formerNames,
      List<SipNameListener> listeners,
      AuditLog audit,
      Settings settings,
      Clock clock) {
    this.accounts = accounts;
    this.service = service;
    this.formerNames = formerNames;
    this.listeners = listeners;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A name somebody had.
   *
   * @param name the name
   * @param ringsUntil until when calls to it reach them
   */
  public record Former(String name, Instant ringsUntil) {}

  /** The names I had that still ring. */
  @Transactional(readOnly = true)
  public List<Former> ringing(SignedIn me) {
    Instant now = clock.instant();
    return formerNames.of(me.id()).stream()
        .filter(former -> former.ringsUntil().isAfter(now))
        .map(former -> new Former(former.sipUser(), former.ringsUntil()))
        .toList();
  }

  /**
   * Gives me another name.
   *
   * @throws UsernameTakenException where somebody else has it or had it, or it would mislead others
   */
  public void change(SignedIn me, String name) {
    String next = name.strip().toLowerCase(Locale.ROOT);
    if (!AccountService.USERNAME.matcher(next).matches()) {
      throw new IllegalArgumentException("not a SIP name");
    }
    Account account = accounts.find(me.id()).orElseThrow(NotFoundException::new);
    String before = account.sipUser();
    if (next.equals(before)) {
      return;
    }
    Optional<FormerName> mine =
        formerNames.find(next).filter(former -> former.accountId() == me.id());
    boolean signsIn = next.equals(account.username());
    if (mine.isEmpty() && !signsIn && mayNotBeTaken(next)) {
      throw new UsernameTakenException(null);
    }
    mine.ifPresent(formerNames::remove);
    // The core must learn where the names before this one lead now.
    Instant now = clock.instant();
    formerNames.of(me.id()).forEach(former -> former.touch(now));
    formerNames.save(new FormerName(before, me.id(), now.plus(settings.sipNameGrace()), now));
    account.changeSipUser(next, now);
    accounts.flush();
    listeners.forEach(listener -> listener.renamed(me.id(), before, next));
    audit.record(account, Act.SIP_NAME_CHANGED, account, before + " > " + next);
  }

  private boolean mayNotBeTaken(String name) {
    return RegistrationService.isMisleading(name) || service.isNameTaken(name);
  }

  /** Forgets the names of closed accounts, once the SIP core has learnt of them. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
  public void purge() {
    formerNames.purgeClosed(clock.instant().minus(CLOSED_KEPT));
  }
}
