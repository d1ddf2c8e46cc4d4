package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.flows.browser.Browser;
import org.parley.flows.pages.Shell;
import org.parley.flows.pages.SignInPage;
import org.parley.flows.people.Account;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Words;

/** Coming in, being kept out, going. */
class SignInFlow {
  /** More than a portal forgives; eight failures for one name from one address are allowed. */
  private static final int TOO_MANY = 9;

  @RegisterExtension static final People people = new People();

  @Test
  @DisplayName("W01 a missing user name is told beside its field and is no failed guess")
  void missingUserNameIsToldBesideItsField() {
    SignInPage page = new SignInPage(people.stranger()).open();

    for (int i = 0; i < TOO_MANY; i++) {
      page.submit("", "something");
    }

    assertThat(page.complaintBeside("username")).isEqualTo("Enter your user name.");
    assertThat(page.complaintBeside("password")).isEmpty();
    assertThat(page.problem()).as("nothing was counted as a guess").isEmpty();
  }

  @Test
  @DisplayName("W02 a missing password is told beside its field and is no failed guess")
  void missingPasswordIsToldBesideItsField() {
    SignInPage page = new SignInPage(people.stranger()).open();
    String name = "nobody-" + Words.token();

    for (int i = 0; i < TOO_MANY; i++) {
      page.submit(name, "");
    }

    assertThat(page.complaintBeside("password")).isEqualTo("Enter your password.");
    assertThat(page.complaintBeside("username")).isEmpty();
    assertThat(page.username()).isEqualTo(name);
    assertThat(page.problem()).as("nothing was counted as a guess").isEmpty();
  }

  @Test
  @DisplayName("W03 a wrong name and a wrong password read the same, and the name stays")
  void wrongNameAndWrongPasswordReadTheSame() {
    SignInPage page = new SignInPage(people.stranger()).open();
    String unknown = "nobody-" + Words.token();

    page.submit(unknown, "a wrong password");
    String wrongName = page.problem();
    assertThat(page.username()).isEqualTo(unknown);

    page.submit("carol", "a wrong password");
    assertThat(page.problem()).isEqualTo(wrongName).isNotEmpty();
    assertThat(page.username()).isEqualTo("carol");
    assertThat(page.isShown()).isTrue();
  }

  @Test
  @DisplayName("W04 the right name and password open the shell with a phone that is ready")
  void rightNameAndPasswordOpenTheShell() {
    Person alice = people.open("alice");

    assertThat(alice.browser().path()).isEqualTo("/");
    assertThat(alice.shell().isShown()).isTrue();
    assertThat(alice.phone().state()).isEqualTo("ready");
    assertThat(alice.browser().text("#line")).isEqualTo("Ready");
  }

  @ParameterizedTest(name = "W05 W14 {0} asks to sign in first, then goes on there")
  @ValueSource(
      strings = {"/messages", "/messages/bob", "/history", "/history?kind=missed", "/profile"})
  void everyPageAsksToSignInFirst(String path) {
    Browser browser = people.stranger();
    SignInPage page = new SignInPage(browser);

    browser.open(path);
    page.awaitShown();
    assertThat(browser.count("[data-testid^=call-], [data-testid^=dial-], [data-call]"))
        .as("controls of calls without being signed in")
        .isZero();

    Account dave = people.demo().account("dave");
    page.submit(dave.username(), dave.password());
    new Shell(browser).awaitSection(path.split("[/?]")[1], path);
  }

  @Test
  @DisplayName("W19 after signing out, Back shows the sign-in page and nothing from before")
  void backAfterSigningOutShowsTheSignInPage() {
    Person bob = people.open("bob");
    bob.shell().goTo("history");
    bob.shell().goTo("profile");

    bob.shell().signOut();
    SignInPage page = new SignInPage(bob.browser());
    for (int i = 0; i < 3; i++) {
      bob.browser().back();
      page.awaitShown();
      assertThat(bob.browser().text("body")).doesNotContain(bob.name());
    }

    bob.browser().open("/profile");
    page.awaitShown();
  }

  @Test
  void guessingIsSlowedDownForThatNameAndNobodyElse() {
    SignInPage page = new SignInPage(people.stranger()).open();
    String name = "nobody-" + Words.token();

    for (int i = 0; i < TOO_MANY; i++) {
      page.submit(name, "guess number " + i);
    }
    assertThat(page.problem()).startsWith("Too many tries.");
    assertThat(page.username()).isEqualTo(name);

    Account carol = people.demo().account("carol");
    page.submit(carol.username(), carol.password());
    assertThat(new Shell(people.open("dave").browser()).isShown()).isTrue();
  }
}
