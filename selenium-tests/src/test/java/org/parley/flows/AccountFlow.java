package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Browser;
import org.parley.flows.pages.AdminPage;
import org.parley.flows.pages.RegistrationPage;
import org.parley.flows.pages.SignInPage;
import org.parley.flows.pages.VerificationPage;
import org.parley.flows.people.Account;
import org.parley.flows.people.Copy;
import org.parley.flows.people.Mailbox;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Words;

/** Getting an account and losing it. */
class AccountFlow {
  private static final Duration OUT = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(500);

  @RegisterExtension static final People people = new People();

  private final Copy copy = new Copy();

  @Test
  void whoAsksForAnAccountComesInOnceItIsConfirmedAndApproved() {
    Account newcomer =
        new Account(
            "visitor-" + Words.token(), "four quiet words " + Words.token(), "Vera Visitor");
    String email = newcomer.username() + "@example.org";
    Browser browser = people.stranger();
    RegistrationPage registration = new RegistrationPage(browser).open();
    assertThat(registration.words()).contains("An administrator approves your account");

    registration.ask(newcomer.username(), newcomer.name(), email, "short");
    assertThat(registration.complaintBeside("password")).isEqualTo("Use at least 10 characters.");
    registration.ask(newcomer.username(), newcomer.name(), email, "password123");
    assertThat(registration.complaintBeside("password")).contains("first passwords");
    registration.ask("alice", newcomer.name(), email, newcomer.password());
    assertThat(registration.complaintBeside("username"))
        .isEqualTo("That name is taken. Choose another.");

    registration.ask(newcomer.username(), newcomer.name(), email, newcomer.password());
    assertThat(registration.isTaken()).isTrue();
    assertThat(registration.words()).contains("works for 24 hours");
    SignInPage signIn = new SignInPage(browser).open();
    signIn.submit(newcomer.username(), newcomer.password());
    assertThat(signIn.problem()).contains("Confirm your e-mail address first");

    VerificationPage verification = new VerificationPage(browser);
    verification.open(new Mailbox(people.demo(), email).awaitMail("Confirm your address").link());
    verification.confirm();
    assertThat(verification.result()).isEqualTo("PENDING");
    signIn.open();
    signIn.submit(newcomer.username(), newcomer.password());
    assertThat(signIn.isShown()).as("not before it is approved").isTrue();

    AdminPage administration = new AdminPage(people.open("admin").browser());
    administration.person(newcomer.username()).act("approve");
    assertThat(administration.status()).isEqualTo("active");
    Person vera = people.open(newcomer);
    assertThat(vera.phone().state()).isEqualTo("ready");
    administration.delete();
    new SignInPage(vera.browser()).awaitShown(OUT);
    assertThat(administration.find(newcomer.username())).doesNotContain(newcomer.name());
  }

  @Test
  void aDisabledAccountIsOutWithinFiveSecondsAndOutOfItsCall() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Account account = copy.addUser("leaver-" + Words.token(), "Lee Leaver");
    Person leaver = people.open(account);
    alice.messages().open(leaver.user());
    alice.shell().awaitPresence(leaver.user(), "available", Duration.ofSeconds(15));
    leaver.shell().call("bob");
    bob.phone().awaitIncoming();
    bob.phone().answer();
    bob.phone().awaitState("in-call");

    copy.disable(leaver.user());
    Instant disabled = Instant.now();

    bob.phone().awaitState("ready", left(disabled));
    await("nobody to be signed in any more", left(disabled))
        .ignoreExceptions()
        .until(() -> new SignInPage(leaver.browser()).isShown());
    alice.shell().awaitPresence(leaver.user(), "offline", left(disabled));
    assertThat(bob.phone().hasReleasedDevices()).isTrue();
    SignInPage signIn = new SignInPage(leaver.browser());
    signIn.submit(account.username(), account.password());
    assertThat(signIn.isShown()).isTrue();
    assertThat(signIn.problem()).isNotEmpty();
  }

  /** What is left of the time in which all has to have happened; a look takes a moment too. */
  private static Duration left(Instant since) {
    Duration left = OUT.minus(Duration.between(since, Instant.now()));
    return left.compareTo(LOOK) > 0 ? left : LOOK;
  }
}
