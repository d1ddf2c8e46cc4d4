package org.parley.flows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.firefox.Firefox;
import org.parley.flows.people.Account;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Words;

/** The other browser: it registers, writes, and talks with picture to Chromium. */
class FirefoxFlow {
  private static final String STATE = "document.documentElement.dataset.phoneState === '%s'";

  private static final String PICTURE =
      "document.querySelector('video[data-testid=remote-video]').videoWidth > 0";

  @RegisterExtension static final People people = new People();

  @Test
  void chromiumAndFirefoxSeeAndHearEachOther() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Account account = people.demo().account("bob");

    try (Firefox bob = new Firefox(people.demo().baseUrl())) {
      bob.open("/login");
      bob.type("input[name=username]", account.username(), false);
      bob.type("input[name=password]", account.password(), true);
      bob.awaitTrue("the phone in Firefox to be ready", STATE.formatted("ready"));

      bob.open("/messages/alice");
      bob.awaitTrue("the phone in Firefox to be ready", STATE.formatted("ready"));
      alice.messages().open("bob");
      alice.awaitReady();
      String text = Words.unique("from the other browser");
      bob.type("[data-testid=message-input]", text, true);
      alice.messages().awaitMessage(text);

      alice.shell().callWithVideo("bob");
      bob.click("[data-testid=call-answer-video]");
      alice.phone().awaitState("in-call");
      bob.awaitTrue("the call in Firefox", STATE.formatted("in-call"));
      alice.media().awaitPictureAndSound();
      bob.awaitPictureAndSound();
      bob.awaitTrue("a picture in Firefox", PICTURE);
      alice.phone().hangUp();
      bob.awaitTrue("Firefox to be free", STATE.formatted("ready"));

      bob.type("[data-testid=dial-address]", "alice", false);
      bob.click("[data-testid=dial-audio]");
      alice.phone().awaitIncoming();
      alice.phone().answer();
      bob.awaitTrue("the call in Firefox", STATE.formatted("in-call"));
      alice.media().awaitSound();
      bob.click("[data-testid=call-hangup]");
      alice.phone().awaitState("ready");
    }
  }
}
