package org.parley.account;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.OneTimeLinks.Purpose;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new password for whoever forgot theirs: a link by mail, and the secret question if there is
 * one.
 */
@Service
@Transactional
public class PasswordResetService {
  private final AccountDao accounts;
  private final AccountService service;
  private final OneTimeLinks links;
  private final SecretQuestions questions;
  private final AccountMail mail;
  private final RateLimits limits;
  private final AuditLog audit;

  PasswordResetService(
      AccountDao accounts,
      AccountService service,
      OneTimeLinks links,
      SecretQuestions questions,
      AccountMail mail,
      RateLimits limits,
      AuditLog audit) {
    this.accounts = accounts;
    this.service = service;
    this.links = links;
    this.questions = questions;
    this.mail = mail;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * What a good link opens.
   *
   * @param username whose password it is
   * @param question what has to be answered too; none where no question was set
   */
  public record Reset(String username, @Nullable String question) {}

  /** What came of a new password. */
  public enum Outcome {
    /** It is set; every browser is signed out. */
    DONE,
    /** The answer is wrong. */
    WRONG_ANSWER,
    /** Too many answers: the link does not work any more. */
    TOO_MANY_ANSWERS,
    /** The link does not work. */
    NO_LINK
  }

  /** Whether mail can be sent at all. */
  @Transactional(readOnly = true)
  public boolean isOpen() {
    return mail.isOpen();
  }

  /**
   * Sends a link to whoever {@code who} is, by sign-in name or address; silent about everything.
   */
  public void request(String who) {
    Optional<Account> found = find(who.strip()).filter(Account::isActive);
    boolean allowed =
        limits.allows(
            RateLimits.Limit.RESET_MAIL,
            found.map(account -> "account " + account.id()).orElse(who.strip()));
    if (found.isEmpty() || !allowed || found.get().verifiedEmail().isEmpty()) {
      return;
    }
    Account account = found.get();
    String address = account.verifiedEmail().get();
    // Who asks has shown nothing yet: there is no actor, only an address in the network.
    audit.record(null, Act.RESET_REQUESTED, account, "");
    if (account.passwordHash() == null) {
      mail.noPassword(account, address);
    } else {
      mail.reset(account, address, links.issue(Purpose.RESET_PASSWORD, account.id(), null));
    }
  }

  /** What {@code token} opens; empty where it does not work. */
  @Transactional(readOnly = true)
  public Optional<Reset> look(String token) {
    return owner(token)
        .map(account -> new Reset(account.username(), questions.of(account.id()).orElse(null)));
  }

  /** Sets a new password. */
  public Outcome reset(String token, String answer, String password) {
    Optional<Account> owner = owner(token);
    if (owner.isEmpty()) {
      return Outcome.NO_LINK;
    }
    Account account = owner.get();
    switch (questions.answer(account.id(), answer)) {
      case WRONG -> {
        return Outcome.WRONG_ANSWER;
      }
      case TOO_MANY -> {
        links.revoke(Purpose.RESET_PASSWORD, account.id());
        return Outcome.TOO_MANY_ANSWERS;
      }
      case RIGHT -> {
        // Goes on.
      }
    }
    if (!links.use(Purpose.RESET_PASSWORD, token).isGood()) {
      return Outcome.NO_LINK;
    }
    service.setPassword(account.username(), password);
    audit.record(account, Act.PASSWORD_RESET, account, "");
    account.verifiedEmail().ifPresent(address -> mail.changed("passwordChanged", account, address));
    return Outcome.DONE;
  }

  private Optional<Account> owner(String token) {
    OneTimeLinks.Link link = links.look(Purpose.RESET_PASSWORD, token);
    Long id = link.accountId();
    return link.isGood() && id != null
        ? accounts.find(id).filter(Account::isActive)
        : Optional.empty();
  }

  private Optional<Account> find(String who) {
    return who.contains("@")
        ? accounts.findByVerifiedEmail(who)
        : accounts.findByUsername(who.toLowerCase(Locale.ROOT));
  }
}
