package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Browser;
import org.parley.flows.pages.PhoneDock;
import org.parley.flows.pages.Shell;
import org.parley.flows.pages.SignInPage;
import org.parley.flows.pages.WaysPage;
import org.parley.flows.people.Account;
import org.parley.flows.people.Copy;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Providers;
import org.parley.flows.people.Words;

/** Other ways in than a password, a second factor, and where one is signed in. */
class WaysInFlow {
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  @RegisterExtension static final Providers providers = new Providers();
  @RegisterExtension static final People people = new People();

  private final Copy copy = new Copy();

  @Test
  void whoComesByTheOrganisationsProviderIsInAtOnceAndCanBeCalled() {
    String name = "olga-" + Words.token();
    providers.tell(
        "example",
        name,
        Map.of("email", name + "@example.org", "email_verified", true, "name", "Olga Organised"));
    Browser browser = people.stranger();
    new WaysPage(browser).signInWith("oidc");
    new PhoneDock(browser).awaitState("ready", LONGEST_START);
    assertThat(new Shell(browser).isShown()).isTrue();

    Person alice = people.at("alice");
    alice.shell().call(name);
    PhoneDock phone = new PhoneDock(browser);
    phone.awaitIncoming();
    phone.answer();
    alice.phone().awaitState("in-call");
    alice.phone().endEveryCall();
  }

  @Test
  void aStrangerFromGoogleWaitsForApproval() {
    String name = "gus-" + Words.token();
    Map<String, Object> told = Map.of("email", name + "@example.org", "email_verified", true);
    Browser browser = people.stranger();
    WaysPage ways = new WaysPage(browser);
    providers.tell("google", name, told);
    ways.signInWith("google");
    assertThat(ways.providerProblem()).contains("waits for an administrator");

    copy.enable(name);
    providers.tell("google", name, told);
    ways.signInWith("google");
    new PhoneDock(browser).awaitState("ready", LONGEST_START);
  }

  @Test
  void anAccountIsLinkedOnceItsOwnerHasSignedInToItAndNoSooner() {
    String username = "lin-" + Words.token();
    String email = username + "@example.org";
    Account account = copy.addUser(username, "Lin Linked", true);
    Map<String, Object> told = Map.of("email", email, "email_verified", true);
    Browser browser = people.stranger();
    WaysPage ways = new WaysPage(browser);
    providers.tell("google", username, told);
    ways.signInWith("google");
    ways.awaitPath("/login/provider");
    assertThat(browser.text("body")).contains("Is this your account?", email);

    ways.signInToLink();
    new SignInPage(browser).submit(account.username(), account.password());
    new PhoneDock(browser).awaitState("ready", LONGEST_START);
    assertThat(ways.isLinked("google")).isTrue();

    Browser another = people.stranger();
    providers.tell("google", username, told);
    new WaysPage(another).signInWith("google");
    new PhoneDock(another).awaitState("ready", LONGEST_START);
  }

  @Test
  void anAddressThatIsNotVerifiedOpensNothing() {
    String username = "una-" + Words.token();
    String email = username + "@example.org";
    copy.addUser(username, "Una Unverified", true);
    Browser browser = people.stranger();
    WaysPage ways = new WaysPage(browser);
    providers.tell("google", username, Map.of("email", email, "email_verified", false));
    ways.signInWith("google");
    ways.awaitPath("/login/provider");
    assertThat(browser.text("body")).contains("Your e-mail address");
    browser.open("/messages");
    ways.awaitPath("/login");
  }

  @Test
  void aSecondFactorIsAskedForUntilTheBrowserIsRemembered() {
    Account account = copy.addUser("factor-" + Words.token(), "Fay Factor");
    Person fay = people.open(account);
    WaysPage at = new WaysPage(fay.browser());
    WaysPage.App app = at.setUp();
    List<String> recovery = at.recoveryCodes();
    assertThat(recovery).hasSize(10);

    Browser elsewhere = people.stranger();
    WaysPage ways = new WaysPage(elsewhere);
    new SignInPage(elsewhere).open().submit(account.username(), account.password());
    ways.enterCode("000000", false);
    assertThat(ways.codeComplaint()).contains("wrong");
    elsewhere.open("/messages");
    ways.awaitPath("/login/factor");
    ways.enterCode(app.code(1), true);
    new PhoneDock(elsewhere).awaitState("ready", LONGEST_START);

    new Shell(elsewhere).signOut();
    new SignInPage(elsewhere).open().submit(account.username(), account.password());
    new PhoneDock(elsewhere).awaitState("ready", LONGEST_START);

    Browser third = people.stranger();
    new SignInPage(third).open().submit(account.username(), account.password());
    new WaysPage(third).enterCode(recovery.get(0), false);
    new PhoneDock(third).awaitState("ready", LONGEST_START);
  }

  @Test
  void anotherBrowserIsSignedOutFromHere() {
    Account account = copy.addUser("roamer-" + Words.token(), "Rob Roamer");
    Person here = people.open(account);
    Person there = people.open(account);
    WaysPage ways = new WaysPage(here.browser());
    assertThat(ways.browsers()).isEqualTo(2);
    await("both phones to be listed", Duration.ofSeconds(10))
        .until(() -> ways.readyBrowsers() == 2);

    ways.signOutAnother();

    await("the other browser to show the sign-in page", Duration.ofSeconds(10))
        .ignoreExceptions()
        .until(() -> new SignInPage(there.browser()).isShown());
    assertThat(ways.browsers()).isEqualTo(1);
    // The page was opened anew, so its phone too has registered anew.
    here.awaitReady();
    await("the phone here to be the only one", Duration.ofSeconds(5))
        .until(() -> ways.readyBrowsers() == 1);
  }

  @Test
  void aDeskPhonesPasswordIsShownOnceAndRevoked() {
    Account account = copy.addUser("desk-" + Words.token(), "Dee Desk");
    Person dee = people.open(account);
    WaysPage ways = new WaysPage(dee.browser());
    String shown = ways.addPhone("Kitchen");
    assertThat(shown).contains("sip:" + dee.user() + "@", dee.user() + "-");
    dee.browser().open("/profile/devices");
    assertThat(dee.browser().shows("[data-testid=new-device]")).isFalse();
    ways.shutPhoneOut();
    assertThat(dee.browser().count("form[action$='/revoke']")).isZero();
  }
}
