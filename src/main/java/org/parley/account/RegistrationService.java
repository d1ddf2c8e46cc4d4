package org.parley.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.account.OneTimeLinks.Purpose;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.NotFoundException;
import org.parley.common.Settings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts on people's own request. Where mail can be sent, an account waits until its owner has
 * shown that they read the address they gave; nobody learns from here who has an account.
 */
@Service
@Transactional
public class RegistrationService {
  private static final Duration UNVERIFIED_KEPT = Duration.ofDays(3);
  private static final int MOST_REMOVED = 100;

  /** Names that nobody gives to oneself: others would take their bearer for somebody else. */
  private static final Set<String> MISLEADING =
      Set.of(
          "abuse",
          "admin",
          "administrator",
          "anonymous",
          "conference",
          "echo",
          "helpdesk",
          "hostmaster",
          "operator",
          "parley",
          "postmaster",
          "root",
          "security",
          "support",
          "system",
          "voicemail",
          "webmaster");

  private final AccountService service;
  private final AccountDao accounts;
  private final OneTimeLinks links;
  private final AccountMail mail;
  private final RateLimits limits;
  private final AuditLog audit;
  private final Settings settings;
  private final Clock clock;

  RegistrationService(
      AccountService service,
      AccountDao accounts,
      OneTimeLinks links,
      AccountMail mail,
      RateLimits limits,
      AuditLog audit,
      Settings settings,
      Clock clock) {
    this.service = service;
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.limits = limits;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether people have to confirm a mail address. */
  @Transactional(readOnly = true)
  public boolean verifies() {
    return mail.isOpen();
  }

  /** Whether {@code name} would make others take its bearer for somebody else. */
  static boolean isMisleading(String name) {
    return MISLEADING.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Makes an account on a person's own request. It waits for its mail address to be confirmed, then
   * for approval, as the settings say. Where a list of domains says who belongs here and no mail
   * can show whose an address is, it waits for approval.
   *
   * @throws UsernameTakenException where somebody has the sign-in name, or it would mislead others
   */
  public void register(String username, String name, @Nullable String email, String password) {
    if (settings.registration() == Settings.Registration.CLOSED) {
      throw new NotFoundException();
    }
    if (isMisleading(username) || service.isNameTaken(username)) {
      throw new UsernameTakenException(null);
    }
    if (email == null || !verifies()) {
      Account account =
          service.add(
              username,
              name,
              email,
              password,
              Role.EMPLOYEE,
              settings.providers().allowedDomains().isEmpty()
                  ? afterVerification()
                  : AccountStatus.PENDING);
      audit.record(account, Act.ACCOUNT_REGISTERED, account, "");
      return;
    }
    String address = email.strip();
    Optional<Account> owner = accounts.findByVerifiedEmail(address);
    if (owner.isPresent()) {
      if (limits.allows(RateLimits.Limit.VERIFICATION_MAIL, address)) {
        mail.hasAccount(owner.get(), address);
      }
      return;
    }
    Account account =
        service.add(username, name, address, password, Role.EMPLOYEE, AccountStatus.UNVERIFIED);
    audit.record(account, Act.ACCOUNT_REGISTERED, account, address);
    ask(account, address);
  }

  /** Sends the link once more, if an account waits for this address. */
  public void resend(String email) {
    accounts.findUnverified(email.strip()).ifPresent(account -> ask(account, email.strip()));
  }

  private void ask(Account account, String address) {
    if (limits.allows(RateLimits.Limit.VERIFICATION_MAIL, address)) {
      mail.verify(account, address, links.issue(Purpose.VERIFY_EMAIL, account.id(), address));
    }
  }

  private AccountStatus afterVerification() {
    return settings.registration() == Settings.Registration.APPROVAL
        ? AccountStatus.PENDING
        : AccountStatus.ACTIVE;
  }

  /** What came of confirming an address. */
  public enum Confirmation {
    /** The account is ready. */
    READY,
    /** An administrator has to approve the account. */
    PENDING,
    /** The account has this address from now on. */
    CHANGED,
    /** Somebody else has confirmed it meanwhile. */
    TAKEN,
    /** The link was used before. */
    USED,
    /** The link is too old, or there is none like that. */
    EXPIRED
  }

  /** The address that a link would confirm; empty where it does not work. */
  @Transactional(readOnly = true)
  public Optional<String> toConfirm(String token) {
    OneTimeLinks.Link link = links.look(Purpose.VERIFY_EMAIL, token);
    return link.isGood() ? Optional.ofNullable(link.detail()) : Optional.empty();
  }

  /** Why a link does not work. */
  @Transactional(readOnly = true)
  public Confirmation refusal(String token) {
    return links.look(Purpose.VERIFY_EMAIL, token).state() == OneTimeLinks.State.USED
        ? Confirmation.USED
        : Confirmation.EXPIRED;
  }

  /** Confirms an address by the link that was sent to it. */
  public Confirmation confirm(String token) {
    OneTimeLinks.Link link = links.use(Purpose.VERIFY_EMAIL, token);
    Long id = link.accountId();
    String address = link.detail();
    if (!link.isGood() || id == null || address == null) {
      return link.state() == OneTimeLinks.State.USED ? Confirmation.USED : Confirmation.EXPIRED;
    }
    Account account = accounts.find(id).orElseThrow(NotFoundException::new);
    Optional<Account> owner = accounts.findByVerifiedEmail(address);
    if (owner.isPresent() && owner.get().id() != id) {
      return Confirmation.TAKEN;
    }
    Optional<String> before = account.verifiedEmail();
    account.confirmEmail(address, clock.instant());
    if (account.status() == AccountStatus.UNVERIFIED) {
      audit.record(account, Act.EMAIL_CONFIRMED, account, address);
      account.changeStatus(afterVerification(), clock.instant());
      return account.isActive() ? Confirmation.READY : Confirmation.PENDING;
    }
    audit.record(account, Act.EMAIL_CHANGED, account, before.orElse("") + " > " + address);
    before
        .filter(old -> !old.equalsIgnoreCase(address))
        .ifPresent(old -> mail.changed("emailChanged", account, old));
    return Confirmation.CHANGED;
  }

  /** Removes what was asked for and never confirmed, so that its name is free again. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
  public void purge() {
    accounts.removeUnverified(clock.instant().minus(UNVERIFIED_KEPT), MOST_REMOVED);
  }
}
