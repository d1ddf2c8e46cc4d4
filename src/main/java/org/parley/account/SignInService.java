package org.parley.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds accounts for signing in, and for every later request of a session. */
@Service
@Transactional
public class SignInService implements UserDetailsService {
  private final AccountDao accounts;
  private final Clock clock;

  SignInService(AccountDao accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public UserDetails loadUserByUsername(String username) {
    return accounts
        .findByUsername(username.strip().toLowerCase(Locale.ROOT))
        .filter(account -> account.passwordHash() != null)
        .map(PortalUser::new)
        .orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  /**
   * The account of somebody who has shown who they are in another way than by a password.
   *
   * @throws DisabledException where the account is not in use, with its status as the message
   */
  @Transactional(readOnly = true)
  public PortalUser userOf(long id) {
    PortalUser user =
        accounts
            .find(id)
            .map(PortalUser::new)
            .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    requireInUse(user);
    return user;
  }

  /** The owner of a session, as they are now; empty where the account is not in use any more. */
  @Transactional(readOnly = true)
  public Optional<SignedIn> current(long id) {
    return accounts
        .find(id)
        .filter(Account::isActive)
        .map(
            account ->
                new SignedIn(
                    account.id(),
                    account.sipUser(),
                    account.username(),
                    account.displayName(),
                    account.role(),
                    account.look()));
  }

  /** Notes the time of a sign-in. */
  public void signedIn(long id) {
    accounts.noteSignIn(id, clock.instant());
  }

  /**
   * Refuses whoever has the right password of an account that is not in use, with its status as the
   * exception's message.
   */
  public static void requireInUse(UserDetails user) {
    if (user instanceof PortalUser account) {
      AccountStatus status = account.status().orElse(AccountStatus.ACTIVE);
      if (status != AccountStatus.ACTIVE) {
        throw new DisabledException(status.name());
      }
    }
  }
}
