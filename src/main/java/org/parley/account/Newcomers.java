package org.parley.account;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes accounts for people whom somebody else vouches for: they have no password, and their
 * sign-in name comes from their address.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Newcomers {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_START = 40;
  private static final int TRIES = 20;

  private final AccountDao accounts;
  private final AccountService accountService;
  private final AuditLog audit;
  private final Clock clock;

  Newcomers(AccountDao accounts, AccountService accountService, AuditLog audit, Clock clock) {
    this.accounts = accounts;
    this.accountService = accountService;
    this.audit = audit;
    this.clock = clock;
  }

  /** The account whose owner has shown that {@code email} is theirs; shut ones too. */
  public Optional<Long> ownerOf(String email) {
    return accounts.findByVerifiedEmail(email).map(Account::id);
  }

  /**
   * Makes an account.
   *
   * @param email an address that is known to be theirs
   * @param name what they are called; what cannot be shown in it is left out
   * @param active whether it works at once, or waits for an administrator
   * @return its identifier
   * @throws UsernameTakenException where somebody took the name in the same moment
   */
  public long admit(String email, String name, boolean active) {
    Account account =
        new Account(
            freeName(email),
            shown(name, email),
            email,
            null,
            Role.EMPLOYEE,
            active ? AccountStatus.ACTIVE : AccountStatus.PENDING,
            clock.instant());
    account.confirmEmail(email, clock.instant());
    accounts.save(account);
    audit.record(account, Act.ACCOUNT_REGISTERED, account, email);
    return account.id();
  }

  private String freeName(String email) {
    String start = start(email);
    for (int i = 1; i <= TRIES; i++) {
      String name = i == 1 ? start : start + "-" + i;
      if (isFree(name)) {
        return name;
      }
    }
    return start + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private boolean isFree(String name) {
    return !RegistrationService.isMisleading(name) && !accountService.isNameTaken(name);
  }

  private static String start(String email) {
    String local = email.substring(0, Math.max(0, email.lastIndexOf('@')));
    String plain =
        Normalizer.normalize(local, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\+.*$", "")
            .replaceAll("[^a-z0-9._-]", "")
            .replaceAll("^[^a-z0-9]+", "");
    String cut = plain.length() > LONGEST_START ? plain.substring(0, LONGEST_START) : plain;
    return AccountService.USERNAME.matcher(cut).matches() ? cut : "person";
  }

  // The rules of PersonName, by leaving out instead of refusing.
  private static String shown(String name, String email) {
    String clean =
        name.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ").strip();
    if (clean.isEmpty()) {
      return start(email);
    }
    int[] points = clean.codePoints().limit(LONGEST_NAME).toArray();
    String cut = new String(points, 0, points.length);
    while (cut.length() > LONGEST_NAME) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut.strip();
  }
}
