package org.parley.testing;

import java.util.UUID;
import org.parley.account.AccountService;
import org.parley.account.Person;
import org.parley.account.Role;
import org.parley.account.SignInService;
import org.parley.account.SignedIn;

/** Makes accounts that no other test knows. */
public class TestPeople {
  /** The password of every account made here. */
  public static final String PASSWORD = "correct horse staple battery";

  private final AccountService accounts;
  private final SignInService signIns;

  TestPeople(AccountService accounts, SignInService signIns) {
    this.accounts = accounts;
    this.signIns = signIns;
  }

  /** A new employee whose name begins with {@code prefix}, as a signed-in person. */
  public SignedIn employee(String prefix) {
    return person(prefix, Role.EMPLOYEE);
  }

  /** A new administrator. */
  public SignedIn admin(String prefix) {
    return person(prefix, Role.ADMIN);
  }

  /** The confirmed mail address of somebody made here. */
  public static String email(SignedIn person) {
    return person.username() + "@example.org";
  }

  private SignedIn person(String prefix, Role role) {
    String username = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    Person person =
        accounts.create(username, prefix + " Tester", username + "@example.org", PASSWORD, role);
    return signIns.current(person.id()).orElseThrow();
  }
}
