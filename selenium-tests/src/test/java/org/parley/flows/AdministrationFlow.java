package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Browser;
import org.parley.flows.pages.AdminPage;
import org.parley.flows.pages.SignInPage;
import org.parley.flows.pages.WaysPage;
import org.parley.flows.people.Account;
import org.parley.flows.people.Mailbox;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Words;

/** People in an administrator's hands. */
class AdministrationFlow {
  private static final Duration OUT = Duration.ofSeconds(5);

  @RegisterExtension static final People people = new People();

  @Test
  void whoIsShutOutIsOutWithinFiveSecondsAndTheLogTellsIt() {
    Person admin = people.at("admin");
    String name = "short-" + Words.token();
    AdminPage administration = new AdminPage(admin.browser()).open();
    String password =
        administration.make("Shirley Short", name, name + "@example.org", false).password();
    Account account = new Account(name, password, "Shirley Short");
    Person shirley = people.open(account);
    assertThat(administration.open().find("shirl " + name)).contains("Shirley Short", name);

    administration.person(name);
    administration.act("disable");
    await("nobody to be signed in any more", OUT)
        .ignoreExceptions()
        .until(() -> new SignInPage(shirley.browser()).isShown());
    assertThat(administration.status()).isEqualTo("disabled");

    administration.act("enable");
    SignInPage signIn = new SignInPage(shirley.browser()).open();
    signIn.submit(name, password);
    shirley.awaitReady();
    administration.giveRole("ADMIN");
    await("nobody to be signed in any more", OUT)
        .ignoreExceptions()
        .until(() -> new SignInPage(shirley.browser()).isShown());
    signIn.submit(name, password);
    shirley.awaitReady();
    new AdminPage(shirley.browser()).open().person(name).giveRole("EMPLOYEE");
    signIn.awaitShown(OUT);

    // Whoever has lost the second factor comes in without one again; and is out everywhere at once.
    signIn.submit(name, password);
    shirley.awaitReady();
    new WaysPage(shirley.browser()).setUp();
    administration.person(name).act("reset-factor");
    signIn.awaitShown(OUT);
    signIn.open().submit(name, password);
    // Not where a form was answered, which is no page to come back to.
    shirley.browser().open("/");
    shirley.awaitReady();
    administration.act("sign-out");
    signIn.awaitShown(OUT);

    assertThat(administration.logOf(name))
        .contains("Account made", "Account shut", "Account opened again", "Role changed")
        .contains("Second factor set up", "Second factor reset", "Signed out everywhere");
  }

  @Test
  void theLastAdministratorCannotLockEverybodyOut() {
    Person admin = people.at("admin");
    AdminPage administration = new AdminPage(admin.browser()).person("admin");
    assertThat(administration.giveRole("EMPLOYEE")).contains("the last one who can");
    assertThat(administration.act("disable")).contains("the last one who can");
    assertThat(administration.status()).isEqualTo("active");
  }

  @Test
  void whoIsInvitedAloneOrByATableTakesUpTheAccount() {
    Person admin = people.at("admin");
    String name = "inga-" + Words.token();
    AdminPage administration = new AdminPage(admin.browser()).open();
    administration.preview(
        "name,email\nInga Invited," + name + "@example.org\nNo Address,nowhere\n");
    assertThat(administration.lineOfPreview(2)).contains("All right", name);
    assertThat(administration.lineOfPreview(3)).contains("e-mail address is missing or is none");
    assertThat(administration.inviteAll()).contains("1");
    String alone = "sally-" + Words.token();
    administration.open().make("Sally Single", alone, alone + "@example.org", true);
    assertThat(administration.status()).isEqualTo("invited");

    Browser browser = people.stranger();
    for (String invited : new String[] {name, alone}) {
      String link =
          new Mailbox(people.demo(), invited + "@example.org").awaitMail("invites you").link();
      browser.open(link);
      browser.type("input[name=password]", "four quiet words");
      browser.click("button[type=submit]");
      await("the sign-in page").until(() -> browser.shows("[data-testid=welcome]"));
      browser.open(link);
      assertThat(browser.shows("[data-testid=invitation-over]")).isTrue();
    }
    Person sally = people.open(new Account(alone, "four quiet words", "Sally Single"));
    assertThat(sally.phone().state()).isEqualTo("ready");
  }
}
