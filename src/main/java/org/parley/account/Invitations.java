package org.parley.account;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.Languages;
import org.parley.common.NotFoundException;
import org.parley.common.Settings;
import org.parley.mail.Letter;
import org.parley.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that administrators make and whose owners take them up by a mailed link: there they
 * choose a password, which nobody else ever knew.
 */
@Service
@Transactional
public class Invitations {
  private final AccountDao accounts;
  private final ClosedNames closedNames;
  private final AccountService service;
  private final OneTimeLinks links;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Settings settings;

  Invitations(
      AccountDao accounts,
      ClosedNames closedNames,
      AccountService service,
      OneTimeLinks links,
      Outbox outbox,
      AuditLog audit,
      Settings settings) {
    this.accounts = accounts;
    this.closedNames = closedNames;
    this.service = service;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.settings = settings;
  }

  /**
   * Somebody who may take up an account.
   *
   * @param username the sign-in name
   * @param name the name that the administrator wrote
   */
  public record Invited(String username, String name) {}

  /**
   * Makes an account for somebody and mails them the link to it, in the language chosen for them,
   * else in the organisation's.
   *
   * @throws UsernameTakenException where somebody has the sign-in name
   */
  public void invite(SignedIn me, AccountAdministration.NewPerson person) {
    Account account = service.invited(person);
    send(me, account);
    audit.record(me, Act.ACCOUNT_INVITED, account, person.email());
  }

  /**
   * Invites all of {@code people}, or none.
   *
   * @throws UsernameTakenException where somebody has one of the sign-in names
   */
  public void inviteAll(SignedIn me, List<AccountAdministration.NewPerson> people) {
    people.forEach(person -> invite(me, person));
  }

  /** Mails a new link; the one before stops working. */
  public void inviteAgain(SignedIn me, String username) {
    Account account =
        accounts
            .findByUsername(username.toLowerCase(Locale.ROOT))
            .filter(a -> a.status() == AccountStatus.INVITED)
            .orElseThrow(NotFoundException::new);
    send(me, account);
    audit.record(me, Act.ACCOUNT_INVITED, account, String.valueOf(account.email()));
  }

  private void send(SignedIn me, Account account) {
    OneTimeLinks.Issued link =
        links.issue(OneTimeLinks.Purpose.INVITATION, account.id(), account.email());
    URI target = URI.create(settings.publicUrl() + "/invitation/" + link.token().reveal());
    Locale chosen = Languages.find(account.look().language());
    Locale locale = chosen == null ? settings.language() : chosen;
    outbox.put(
        Letter.of("invitation", String.valueOf(account.email()), account.displayName(), locale)
            .words(settings.organisation(), me.name(), account.username())
            .link(target)
            .notAfter(link.expiresAt()));
  }

  /** Whom a link invites, without using it; nobody where it does not work any more. */
  @Transactional(readOnly = true)
  public Optional<Invited> look(String token) {
    return invited(links.look(OneTimeLinks.Purpose.INVITATION, token))
        .map(account -> new Invited(account.username(), account.displayName()));
  }

  /**
   * Opens the account with a name and a password of its owner's choice.
   *
   * @return whether the link still worked
   */
  public boolean accept(String token, String name, String password) {
    OneTimeLinks.Link link = links.use(OneTimeLinks.Purpose.INVITATION, token);
    Optional<Account> account = invited(link);
    account.ifPresent(
        a -> {
          service.takeUp(a, name, password);
          audit.record(a, Act.INVITATION_ACCEPTED, a, "");
        });
    return account.isPresent();
  }

  private Optional<Account> invited(OneTimeLinks.Link link) {
    Long id = link.accountId();
    return link.isGood() && id != null
        ? accounts.find(id).filter(a -> a.status() == AccountStatus.INVITED)
        : Optional.empty();
  }

  /** Those of {@code usernames} that somebody has, or had. */
  @Transactional(readOnly = true)
  public Set<String> takenNames(Collection<String> usernames) {
    Set<String> taken = new HashSet<>(accounts.taken(usernames));
    taken.addAll(closedNames.owners(usernames).keySet());
    return taken;
  }

  /** Those of {@code emails} that an account has, in small letters. */
  @Transactional(readOnly = true)
  public Set<String> knownEmails(Collection<String> emails) {
    return accounts.knownEmails(emails);
  }
}
