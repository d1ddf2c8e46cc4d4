package org.parley.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.NotFoundException;
import org.parley.common.Passwords;
import org.parley.common.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with accounts. Every act is noted in the same transaction; none leaves the
 * portal without somebody who can administer it, even where two administrators act at once.
 */
@Service
@Transactional
public class AccountAdministration {
  private final AccountDao accounts;
  private final DirectoryDao directory;
  private final AccountService service;
  private final Sessions sessions;
  private final Passwords passwords;
  private final AuditLog audit;
  private final AccountClosing closing;
  private final Clock clock;

  AccountAdministration(
      AccountDao accounts,
      DirectoryDao directory,
      AccountService service,
      Sessions sessions,
      Passwords passwords,
      AuditLog audit,
      AccountClosing closing,
      Clock clock) {
    this.accounts = accounts;
    this.directory = directory;
    this.service = service;
    this.sessions = sessions;
    this.passwords = passwords;
    this.audit = audit;
    this.closing = closing;
    this.clock = clock;
  }

  /**
   * Makes an account that works at once.
   *
   * @return its password, which cannot be shown again
   * @throws UsernameTakenException where somebody has the sign-in name
   */
  public Secret create(SignedIn me, NewPerson person) {
    String password = passwords.make();
    String email = person.email().isEmpty() ? null : person.email();
    service.create(person.username(), person.name(), email, password, person.role());
    Account account = accounts.findByUsername(person.username()).orElseThrow();
    audit.record(me, Act.ACCOUNT_CREATED, account, person.role().name().toLowerCase(Locale.ROOT));
    return new Secret(password);
  }

  /** Opens an account that was asked for on the sign-in page. */
  public void approve(SignedIn me, String username) {
    change(me, username, Act.ACCOUNT_APPROVED, AccountStatus.ACTIVE, AccountStatus.PENDING);
  }

  /** Shuts an account: its sessions end now, its registrations in seconds. */
  public void disable(SignedIn me, String username) {
    change(
        me,
        username,
        Act.ACCOUNT_DISABLED,
        AccountStatus.DISABLED,
        AccountStatus.ACTIVE,
        AccountStatus.PENDING,
        AccountStatus.UNVERIFIED,
        AccountStatus.INVITED);
  }

  /** Opens a shut account again; one whose owner never came waits for them once more. */
  public void enable(SignedIn me, String username) {
    Account account = locked(me, username, false);
    boolean nobodyCameYet = account.passwordHash() == null && account.lastSignInAt() == null;
    change(
        me,
        username,
        Act.ACCOUNT_ENABLED,
        nobodyCameYet ? AccountStatus.INVITED : AccountStatus.ACTIVE,
        AccountStatus.DISABLED);
  }

  /** Gives an account another role; its sessions hold the old one, so they end. */
  public void changeRole(SignedIn me, String username, Role role) {
    Account account = locked(me, username, role != Role.ADMIN);
    if (account.role() == role) {
      return;
    }
    account.changeRole(role, clock.instant());
    sessions.end(account.username());
    audit.record(me, Act.ROLE_CHANGED, account, role.name().toLowerCase(Locale.ROOT));
  }

  /** Ends all sessions of an account; its phones stay. */
  public void signOutEverywhere(SignedIn me, String username) {
    Account account = locked(me, username, false);
    sessions.end(account.username());
    audit.record(me, Act.SIGNED_OUT_EVERYWHERE, account, "");
  }

  /** Closes an account for good: what it told of its owner goes, what others have of it stays. */
  public void delete(SignedIn me, String username) {
    Account account = locked(me, username, true);
    // Before its name is gone.
    audit.record(me, Act.ACCOUNT_DELETED, account, "");
    closing.close(account);
  }

  private void change(
      SignedIn me, String username, Act act, AccountStatus to, AccountStatus... from) {
    boolean takesPower = to == AccountStatus.DISABLED || to == AccountStatus.DELETED;
    Account account = locked(me, username, takesPower);
    if (account.status() == to) {
      return;
    }
    if (!Set.of(from).contains(account.status())) {
      throw new NotFoundException();
    }
    account.changeStatus(to, clock.instant());
    sessions.end(account.username());
    audit.record(me, act, account, "");
  }

  /**
   * The account, held until the transaction ends.
   *
   * @param takesPower whether an administrator could not administer any more afterwards
   */
  private Account locked(SignedIn me, String username, boolean takesPower) {
    // The administrators first and always in one order, so that two acts never wait for each other.
    var administrators = takesPower ? directory.lockAdministrators() : null;
    long id = accounts.idOf(username.toLowerCase(Locale.ROOT)).orElseThrow(NotFoundException::new);
    Account account = accounts.findLocked(id).orElseThrow(NotFoundException::new);
    if (account.status() == AccountStatus.DELETED) {
      throw new NotFoundException();
    }
    if (administrators != null && administrators.contains(id)) {
      boolean another =
          administrators.stream().anyMatch(other -> other != id)
              && (me.id() == id || administrators.contains(me.id()));
      if (!another) {
        throw new LastAdministratorException();
      }
    }
    return account;
  }

  /**
   * An account to be made.
   *
   * @param username the sign-in name
   * @param name the name shown to others
   * @param email the mail address, or empty
   * @param role what the account may do
   * @param language the language they are written to in; none for the organisation's
   */
  public record NewPerson(
      String username, String name, String email, Role role, @Nullable String language) {}
}
