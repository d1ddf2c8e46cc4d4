package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Browser;
import org.parley.flows.pages.AdminPage;
import org.parley.flows.pages.PhoneDock;
import org.parley.flows.pages.WaysPage;
import org.parley.flows.people.Facebook;
import org.parley.flows.people.Facebook.Mood;
import org.parley.flows.people.Mailbox;
import org.parley.flows.people.People;
import org.parley.flows.people.Words;

/** Coming in through Facebook, and whatever goes wrong over there. */
class FacebookFlow {
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  @RegisterExtension static final Facebook facebook = new Facebook();
  @RegisterExtension static final People people = new People();

  @Test
  void whateverGoesWrongOverThereIsToldAndNobodyIsIn() {
    Browser browser = people.stranger();
    WaysPage ways = new WaysPage(browser);
    Map<Mood, String> told =
        Map.of(
            Mood.DENIED, "did not agree",
            Mood.WRONG_STATE, "Try again",
            Mood.EXPIRED_CODE, "took too long",
            Mood.DOWN, "no answer from over there",
            Mood.SLOW, "no answer from over there");
    String name = "una-" + Words.token();
    for (Mood mood : Mood.values()) {
      if (mood == Mood.WELL) {
        continue;
      }
      facebook.tell(mood, Map.of("id", name, "name", "Una", "email", name + "@example.org"));
      ways.signInWith("facebook");
      assertThat(ways.providerProblem()).as(mood.name()).contains(told.get(mood));
    }
    browser.open("/messages");
    ways.awaitPath("/login");
  }

  @Test
  void whoHasNoAddressThereVerifiesOneSetsUpASecondFactorAndKeepsALastWayIn() {
    String name = "fay-" + Words.token();
    String email = name + "@example.org";
    Map<String, Object> fay =
        Map.of(
            "id",
            name,
            "name",
            "Fay Book",
            "picture",
            Map.of("data", Map.of("url", facebook.picture(), "is_silhouette", false)));
    Browser browser = people.stranger();
    WaysPage ways = new WaysPage(browser);
    facebook.tell(Mood.WELL, fay);
    ways.signInWith("facebook");
    ways.awaitPath("/login/provider");
    ways.sayAddress(email);
    browser.open(new Mailbox(people.demo(), email).awaitMail("/login/provider/link").link());
    ways.confirmAddress();
    assertThat(ways.providerProblem()).contains("waits for an administrator");

    AdminPage administration = new AdminPage(people.at("admin").browser()).open().person(name);
    administration.act("approve");
    administration.act("demand-factor");

    ways.signInWith("facebook");
    ways.awaitPath("/login/factor");
    browser.open("/messages");
    ways.awaitPath("/login/factor");
    WaysPage.App app = new WaysPage.App(browser.text("[data-testid=factor-secret]"));
    ways.enterCode(app.code(0), false);
    browser.open("/profile");
    new PhoneDock(browser).awaitState("ready", LONGEST_START);
    await("the picture that Facebook has", LONGEST_START)
        .ignoreExceptions()
        .until(
            () -> {
              browser.open("/profile");
              return browser.shows("main img[src*='/picture/']");
            });

    assertThat(ways.unlink("facebook")).contains("only way");
    assertThat(ways.isLinked("facebook")).isTrue();
    ways.choosePassword("a lamp on the stairs, " + Words.token());
    ways.unlink("facebook");
    assertThat(ways.isLinked("facebook")).isFalse();
  }
}
