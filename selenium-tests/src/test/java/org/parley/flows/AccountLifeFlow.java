package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Browser;
import org.parley.flows.pages.AccountPage;
import org.parley.flows.pages.AdminMailPage;
import org.parley.flows.pages.ForgottenPasswordPage;
import org.parley.flows.pages.SignInPage;
import org.parley.flows.pages.VerificationPage;
import org.parley.flows.people.Account;
import org.parley.flows.people.Copy;
import org.parley.flows.people.Mailbox;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Words;

/** What people do with their accounts, with the mails that belong to it. */
class AccountLifeFlow {
  private static final Duration OUT = Duration.ofSeconds(5);

  @RegisterExtension static final People people = new People();

  private final Copy copy = new Copy();

  private static String email(Account account) {
    return account.username() + "@example.org";
  }

  private Mailbox mailbox(Account account) {
    return new Mailbox(people.demo(), email(account));
  }

  @Test
  void aForgottenPasswordIsReplacedByTheLinkOfAMail() {
    Account account = copy.addUser("forgetful-" + Words.token(), "Fay Forgetful", true);
    Browser browser = people.stranger();
    ForgottenPasswordPage page = new ForgottenPasswordPage(browser);
    String answer = page.ask("nobody-" + Words.token());
    assertThat(page.ask(email(account))).isEqualTo(answer);

    String link = mailbox(account).awaitMail("A new password").link();
    assertThat(page.open(link).isGood()).isTrue();
    assertThat(page.question()).isEmpty();
    String next = "quite another password " + Words.token();
    page.choose("", next);
    assertThat(page.isDone()).isTrue();
    assertThat(page.open(link).isGood()).as("a link works once").isFalse();
    SignInPage signIn = new SignInPage(browser).open();
    signIn.submit(account.username(), account.password());
    assertThat(signIn.problem()).contains("wrong");
    Person fay = people.open(new Account(account.username(), next, account.name()));

    // From now on a question is asked besides.
    new AccountPage(fay.browser()).open().setQuestion("First pet?", "Mr. Whiskers", next);
    page.ask(account.username());
    await("a second link", Duration.ofSeconds(20))
        .until(() -> mailbox(account).countOf("A new password") == 2);
    page.open(mailbox(account).awaitMail("A new password").link());
    assertThat(page.question()).isEqualTo("First pet?");
    page.choose("Rex", account.password());
    assertThat(page.complaint()).contains("not the answer");
    page.choose("mr whiskers", account.password());
    assertThat(page.isDone()).isTrue();
    new SignInPage(fay.browser()).awaitShown();
  }

  @Test
  void anotherMailAddressIsConfirmedThereAndToldToTheOldOne() {
    Account account = copy.addUser("mover-" + Words.token(), "Mo Mover", true);
    Person mover = people.open(account);
    String next = "moved-" + account.username() + "@example.org";
    AccountPage page = new AccountPage(mover.browser()).open();
    page.changeEmail(next, account.password());
    assertThat(page.email()).isEqualTo(email(account));

    VerificationPage verification = new VerificationPage(people.stranger());
    verification.open(new Mailbox(people.demo(), next).awaitMail("Confirm your address").link());
    verification.confirm();
    assertThat(verification.result()).isEqualTo("CHANGED");
    assertThat(page.open().email()).isEqualTo(next);
    mailbox(account).awaitMail("address was changed");
  }

  @Test
  void anotherSipNameLetsTheOldOneRing() {
    Person alice = people.at("alice");
    Account account = copy.addUser("oldname-" + Words.token(), "Ann Other", false);
    Person ann = people.open(account);
    String next = "newname-" + Words.token();
    new AccountPage(ann.browser()).open().changeName(next, account.password());
    ann.awaitReady();

    for (String name : new String[] {account.username(), next}) {
      alice.shell().call("sip:" + name + "@" + people.demo().domain());
      ann.phone().awaitIncoming();
      ann.phone().answer();
      alice.phone().awaitState("in-call");
      alice.phone().endEveryCall();
      ann.phone().awaitState("ready");
    }
  }

  @Test
  void aClosedAccountIsOutWithinFiveSecondsAndLeavesANeutralName() {
    Person bob = people.at("bob");
    Account account = copy.addUser("closer-" + Words.token(), "Cleo Closer", true);
    Person closer = people.open(account);
    String text = "farewell " + Words.token();
    closer.messages().open("bob").send(text);
    bob.messages().open(account.username()).awaitMessage(text);
    Person elsewhere = people.open(account);

    AccountPage page = new AccountPage(closer.browser()).open();
    page.close("not that one");
    await("what is wrong").until(() -> page.complaintBeside("closePassword").contains("not your"));
    page.close(account.password());
    await("nobody to be signed in any more", OUT)
        .ignoreExceptions()
        .until(() -> new SignInPage(elsewhere.browser()).isShown());
    SignInPage signIn = new SignInPage(closer.browser());
    signIn.awaitShown();
    signIn.submit(account.username(), account.password());
    assertThat(signIn.problem()).contains("wrong");
    bob.browser().open("/messages");
    await("the neutral name")
        .ignoreExceptions()
        .until(() -> bob.browser().text("main").contains("Former colleague"));
    assertThat(bob.browser().text("main")).doesNotContain("Cleo Closer");
    mailbox(account).awaitMail("account is closed");
  }

  @Test
  void whatStaysUnreadIsMailedAndWhatCannotBeIsToldToItsSender() {
    Person alice = people.at("alice");
    Account reader = copy.addUser("reader-" + Words.token(), "Rita Reader", true);
    Account away = copy.addUser("away-" + Words.token(), "Abe Away", true);
    Person rita = people.open(reader);
    new AccountPage(people.open(away).browser()).open().mailUnread("0");
    people.goHome(away);
    String read = "read in time " + Words.token();
    alice.messages().open(reader.username()).send(read);
    rita.messages().open("alice").awaitMessage(read);
    alice.messages().awaitState(read, "read");
    String unread = "unread " + Words.token();
    alice.messages().open(away.username()).send(unread);

    Mailbox.Mail mail = mailbox(away).awaitMail(unread, Duration.ofSeconds(60));
    assertThat(mail.subject()).isEqualTo("One unread message from Alice Archer");
    assertThat(mail.link()).endsWith("/messages/alice");
    assertThat(mailbox(away).countOf(unread)).isEqualTo(1);
    assertThat(mailbox(reader).countOf(read)).isZero();

    AdminMailPage mails = new AdminMailPage(people.at("admin").browser()).open();
    mails.writePort("1");
    mails.save();
    try {
      alice.messages().send("lost " + Words.token());
      mails.discardWaitingTo(email(away));
      await("word that it could not be mailed")
          .until(
              () ->
                  alice
                      .browser()
                      .text("[data-testid=message-mail]")
                      .contains("could not be mailed to Abe Away"));
    } finally {
      mails.open().useDefaults();
    }
  }

  @Test
  void anAdministratorTriesMailSettingsAndSavesThem() {
    AdminMailPage page = new AdminMailPage(people.at("admin").browser()).open();
    assertThat(page.server()).isEqualTo("127.0.0.1");
    String port = page.port();
    page.writePort("1");
    assertThat(page.sendTest("nobody@example.org")).startsWith("Nobody answers at this server");
    page.writePort(port);
    String sender = "desk-" + Words.token() + "@example.org";
    page.writeSender(sender);
    String address = "test-" + Words.token() + "@example.org";
    assertThat(page.sendTest(address))
        .isEqualTo("The server has taken the test to " + address + ".");
    assertThat(new Mailbox(people.demo(), address).awaitMail("Test from").text())
        .contains("the test that you asked for");
    page.save();
    assertThat(page.source()).isEqualTo("SAVED");
    assertThat(page.sender()).isEqualTo(sender);
    page.useDefaults();
    assertThat(page.source()).isEqualTo("DEFAULT");
  }
}
