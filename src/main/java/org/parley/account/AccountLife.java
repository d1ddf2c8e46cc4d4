package org.parley.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.OneTimeLinks.Purpose;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.NotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own accounts, apart from signing in. */
@Service
@Transactional
public class AccountLife {
  private final AccountDao accounts;
  private final OneTimeLinks links;
  private final AccountMail mail;
  private final AccountClosing closing;
  private final DirectoryDao directory;
  private final PasswordEncoder passwords;
  private final RateLimits limits;
  private final AuditLog audit;

  AccountLife(
      AccountDao accounts,
      OneTimeLinks links,
      AccountMail mail,
      AccountClosing closing,
      DirectoryDao directory,
      PasswordEncoder passwords,
      RateLimits limits,
      AuditLog audit) {
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.closing = closing;
    this.directory = directory;
    this.passwords = passwords;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * What there is to say about an account, for its owner.
   *
   * @param email the mail address; none where there is none
   * @param verified whether it is confirmed
   * @param pending an address that waits to be confirmed; none where none does
   * @param hasPassword whether its owner signs in with a password
   * @param offlineMail after how many minutes an unread message is mailed: -1 never, none for the
   *     usual time
   */
  public record View(
      @Nullable String email,
      boolean verified,
      @Nullable String pending,
      boolean hasPassword,
      @Nullable Integer offlineMail) {}

  /** My account. */
  @Transactional(readOnly = true)
  public View view(SignedIn me) {
    Account account = find(me);
    return new View(
        account.email(),
        account.verifiedEmail().isPresent(),
        links.pending(Purpose.VERIFY_EMAIL, me.id()).orElse(null),
        account.passwordHash() != null,
        account.offlineMailMinutes());
  }

  /** My confirmed mail address. */
  @Transactional(readOnly = true)
  public Optional<String> verifiedEmail(SignedIn me) {
    return find(me).verifiedEmail();
  }

  /** Whether this is my password; never where I have none. */
  @Transactional(readOnly = true)
  public boolean isMyPassword(SignedIn me, String password) {
    String hash = find(me).passwordHash();
    return hash != null && passwords.matches(password, hash);
  }

  /** Asks whoever reads {@code address} to confirm that it is mine; until then mine stays. */
  public void requestEmail(SignedIn me, String address) {
    String next = address.strip();
    Account account = find(me);
    boolean allowed =
        limits.allows(RateLimits.Limit.VERIFICATION_MAIL, next)
            && limits.allows(RateLimits.Limit.VERIFICATION_MAIL, "account " + me.id());
    OneTimeLinks.Issued link = links.issue(Purpose.VERIFY_EMAIL, me.id(), next);
    if (!allowed) {
      return;
    }
    Optional<Account> owner = accounts.findByVerifiedEmail(next);
    if (owner.isPresent() && owner.get().id() != me.id()) {
      mail.hasAccount(owner.get(), next);
    } else {
      mail.verify(account, next, link);
    }
  }

  /** I do not want the other address after all. */
  public void cancelEmail(SignedIn me) {
    links.revoke(Purpose.VERIFY_EMAIL, me.id());
  }

  /** After how many minutes an unread message is mailed to me: -1 never, none the usual time. */
  public void chooseOfflineMail(SignedIn me, @Nullable Integer minutes) {
    find(me).chooseOfflineMail(minutes);
  }

  /** Whether the portal would be left without anybody who administers it. */
  @Transactional(readOnly = true)
  public boolean isLastAdmin(SignedIn me) {
    return me.isAdmin() && !accounts.hasOtherAdmin(me.id());
  }

  /** Closes my account for good. */
  public void close(SignedIn me) {
    // Held until the end, so that two who leave at once do not both succeed.
    List<Long> administrators = directory.lockAdministrators();
    if (administrators.contains(me.id()) && administrators.size() == 1) {
      throw new LastAdministratorException();
    }
    Account account = find(me);
    account.verifiedEmail().ifPresent(address -> mail.changed("accountClosed", account, address));
    audit.record(me, Act.ACCOUNT_DELETED, me, "");
    closing.close(account);
  }

  private Account find(SignedIn me) {
    return accounts.find(me.id()).orElseThrow(NotFoundException::new);
  }
}
