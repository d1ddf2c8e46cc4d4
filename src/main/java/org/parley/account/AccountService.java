package org.parley.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.audit.Party;
import org.parley.common.Languages;
import org.parley.common.NotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes accounts. */
@Service
@Transactional
public class AccountService {
  /** What a sign-in name may be: it is also the user part of a SIP address. */
  public static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

  private final AccountDao accounts;
  private final FormerNameDao formerNames;
  private final ClosedNames closedNames;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final Sessions sessions;
  private final List<PasswordListener> changed;
  private final List<NameListener> called;
  private final AuditLog audit;

  AccountService(
      AccountDao accounts,
      FormerNameDao formerNames,
      ClosedNames closedNames,
      PasswordEncoder passwords,
      Clock clock,
      Sessions sessions,
      List<PasswordListener> changed,
      List<NameListener> called,
      AuditLog audit) {
    this.accounts = accounts;
    this.formerNames = formerNames;
    this.closedNames = closedNames;
    this.passwords = passwords;
    this.clock = clock;
    this.sessions = sessions;
    this.changed = changed;
    this.called = called;
    this.audit = audit;
  }

  /**
   * One line of a list of accounts.
   *
   * @param username the sign-in name
   * @param name the name shown to others
   * @param role what the account may do
   * @param status where it is in its life
   */
  public record Summary(String username, String name, Role role, AccountStatus status) {}

  /**
   * Makes an account that works at once; whoever makes it vouches for the mail address.
   *
   * @throws UsernameTakenException where somebody has the sign-in name
   * @throws EmailTakenException where somebody has the mail address
   */
  public Person create(
      String username, String name, @Nullable String email, String password, Role role) {
    if (email != null && accounts.findByVerifiedEmail(email).isPresent()) {
      throw new EmailTakenException();
    }
    Account account = add(username, name, email, password, role, AccountStatus.ACTIVE);
    if (email != null) {
      account.confirmEmail(email, clock.instant());
    }
    return Person.of(account, account.displayName());
  }

  /**
   * Makes an account by a command of the machine; else as {@link #create}.
   *
   * @throws UsernameTakenException where somebody has the sign-in name
   * @throws EmailTakenException where somebody has the mail address
   */
  public void createByCommand(
      String username, String name, @Nullable String email, String password, Role role) {
    Person person = create(username, name, email, password, role);
    audit.record(
        null, Act.ACCOUNT_CREATED, party(person.id()), role.name().toLowerCase(Locale.ROOT));
  }

  /** Sets a new password by a command of the machine; else as {@link #setPassword}. */
  public void setPasswordByCommand(String username, String password) {
    setPassword(username, password);
    audit.record(null, Act.PASSWORD_CHANGED, byUsername(username), "");
  }

  /** Whether somebody has this name, signs in with it, had it as a SIP name, or is gone. */
  boolean isNameTaken(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return accounts.findByUsername(lower).isPresent()
        || accounts.findBySipUser(lower).isPresent()
        || formerNames.find(lower).isPresent()
        || closedNames.owner(lower).isPresent();
  }

  /** An account without a password, whose owner is sent a link to it. */
  Account invited(AccountAdministration.NewPerson person) {
    if (accounts.findByVerifiedEmail(person.email()).isPresent()) {
      throw new EmailTakenException();
    }
    Account account =
        store(
            person.username(),
            person.name(),
            person.email(),
            null,
            person.role(),
            AccountStatus.INVITED);
    if (Languages.find(person.language()) != null) {
      account.chooseLook(person.language(), null);
    }
    return account;
  }

  /** Opens an invited account; whoever came by the mailed link reads its mail. */
  void takeUp(Account account, String name, String password) {
    Instant now = clock.instant();
    account.rename(name.strip(), now);
    called.forEach(listener -> listener.called(account.id(), account.displayName()));
    account.changePasswordHash(encode(password), now);
    String email = account.email();
    // Somebody else may have shown meanwhile that it is theirs: then it stays what was written.
    if (email != null && accounts.findByVerifiedEmail(email).isEmpty()) {
      account.confirmEmail(email, now);
    }
    account.changeStatus(AccountStatus.ACTIVE, now);
  }

  /** Stores a new account, whatever its status. */
  Account add(
      String username,
      String name,
      @Nullable String email,
      String password,
      Role role,
      AccountStatus status) {
    return store(username, name, email, encode(password), role, status);
  }

  private Account store(
      String username,
      String name,
      @Nullable String email,
      @Nullable String hash,
      Role role,
      AccountStatus status) {
    String lower = username.strip().toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(lower).matches()) {
      throw new IllegalArgumentException("not a sign-in name");
    }
    if (isNameTaken(lower)) {
      throw new UsernameTakenException(null);
    }
    Account account = new Account(lower, name.strip(), email, hash, role, status, clock.instant());
    accounts.save(account);
    return account;
  }

  /** Sets a new password; every browser is signed out and none is known any more. */
  public void setPassword(String username, String password) {
    Account account = byUsername(username);
    account.changePasswordHash(encode(password), clock.instant());
    sessions.end(account.username());
    changed.forEach(listener -> listener.passwordChanged(account.id()));
  }

  /**
   * Changes one's own password; other browsers are signed out, and none is known any more.
   *
   * @param keepSession the session to keep
   * @return whether {@code current} was right; nothing changes where it was not
   */
  public boolean changePassword(SignedIn me, String current, String next, String keepSession) {
    Account account = accounts.find(me.id()).orElseThrow(NotFoundException::new);
    if (!passwords.matches(current, account.passwordHash())) {
      return false;
    }
    account.changePasswordHash(encode(next), clock.instant());
    sessions.endOthers(account.username(), keepSession);
    changed.forEach(listener -> listener.passwordChanged(account.id()));
    audit.record(account, Act.PASSWORD_CHANGED, account, "");
    return true;
  }

  /**
   * Chooses the language and the time zone that this person reads in; none leaves them to the
   * browser.
   */
  public void chooseLook(SignedIn me, @Nullable String language, @Nullable String timeZone) {
    accounts
        .find(me.id())
        .orElseThrow(NotFoundException::new)
        .chooseLook(
            Languages.find(language) == null ? null : language,
            timeZone == null || timeZone.isBlank() ? null : ZoneId.of(timeZone).getId());
  }

  /** Whether {@code me} has a password; who came in through somebody else has none. */
  @Transactional(readOnly = true)
  public boolean hasPassword(SignedIn me) {
    return accounts.find(me.id()).orElseThrow(NotFoundException::new).passwordHash() != null;
  }

  /** Whoever signs in by this name, for the log. */
  @Transactional(readOnly = true)
  public Party party(String username) {
    return byUsername(username);
  }

  /** Whoever has the account {@code id}, for the log. */
  @Transactional(readOnly = true)
  public Party party(long id) {
    return accounts.find(id).orElseThrow(NotFoundException::new);
  }

  /**
   * Holds everything else that changes how {@code me} comes in until this transaction ends.
   *
   * @return whether a password is one of the ways
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lockForWaysIn(SignedIn me) {
    return accounts.lock(me.id()).passwordHash() != null;
  }

  /**
   * Gives {@code me}, who has none yet, a password; other browsers are signed out.
   *
   * @param keepSession the session to keep
   * @return whether there was none; nothing changes where there was one
   */
  public boolean setFirstPassword(SignedIn me, String password, String keepSession) {
    Account account = accounts.find(me.id()).orElseThrow(NotFoundException::new);
    if (account.passwordHash() != null) {
      return false;
    }
    account.changePasswordHash(encode(password), clock.instant());
    sessions.endOthers(account.username(), keepSession);
    audit.record(account, Act.PASSWORD_CHANGED, account, "");
    return true;
  }

  /**
   * Says something of oneself for a while.
   *
   * @param text the words; nothing takes them back
   * @param until when they stop being true; none leaves them
   */
  public void say(SignedIn me, String text, @Nullable Instant until) {
    accounts
        .find(me.id())
        .orElseThrow(NotFoundException::new)
        .say(text.isBlank() ? null : text.strip(), until);
  }

  /** Names the picture that others see; none for initials. */
  public void show(SignedIn me, @Nullable String picture) {
    accounts.find(me.id()).orElseThrow(NotFoundException::new).show(picture);
  }

  /**
   * Names the picture of somebody who has none yet.
   *
   * @return whether it is shown; not where they have chosen one, or are gone
   */
  public boolean showFirst(long id, String picture) {
    Account account = accounts.findLocked(id).orElseThrow(NotFoundException::new);
    if (account.hasPicture() || account.status() == AccountStatus.DELETED) {
      return false;
    }
    account.show(picture);
    return true;
  }

  /** Changes the name others see. */
  public void rename(SignedIn me, String name) {
    Account account = accounts.find(me.id()).orElseThrow(NotFoundException::new);
    account.rename(name.strip(), clock.instant());
    called.forEach(listener -> listener.called(account.id(), account.displayName()));
  }

  /**
   * Opens or shuts an account by a command of the machine; a shut one loses its sessions now and
   * its registrations in seconds.
   */
  public void changeStatus(String username, AccountStatus status) {
    Account account = byUsername(username);
    account.changeStatus(status, clock.instant());
    audit.record(
        null,
        status == AccountStatus.ACTIVE ? Act.ACCOUNT_ENABLED : Act.ACCOUNT_DISABLED,
        account,
        "");
    if (!account.isActive()) {
      sessions.end(account.username());
    }
  }

  /** Gives the account another role; sessions hold the old one, so they end. */
  public void changeRole(String username, Role role) {
    Account account = byUsername(username);
    account.changeRole(role, clock.instant());
    sessions.end(account.username());
  }

  /** Accounts in order of sign-in name after {@code afterUsername}. */
  @Transactional(readOnly = true)
  public List<Summary> page(String afterUsername, int limit) {
    return accounts.page(afterUsername, limit).stream()
        .map(a -> new Summary(a.username(), a.displayName(), a.role(), a.status()))
        .toList();
  }

  /** Whether there is an account with this sign-in name, whatever its status. */
  @Transactional(readOnly = true)
  public boolean exists(String username) {
    return accounts.findByUsername(username.toLowerCase(Locale.ROOT)).isPresent();
  }

  private Account byUsername(String username) {
    return accounts
        .findByUsername(username.toLowerCase(Locale.ROOT))
        .orElseThrow(NotFoundException::new);
  }

  private String encode(String password) {
    String hash = passwords.encode(password);
    if (hash == null) {
      throw new IllegalStateException("the encoder returned nothing");
    }
    return hash;
  }
}
