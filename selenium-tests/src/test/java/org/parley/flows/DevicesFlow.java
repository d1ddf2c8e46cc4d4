package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Devices;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Talk;

/** Cameras, microphones and tabs. */
class DevicesFlow {
  @RegisterExtension static final People people = new People();

  @Test
  void refusedDevicesAreSaidPlainlyAndTheCallGoesOn() {
    people.sendHome("carol");
    Person carol = people.open(people.demo().account("carol"), Devices.REFUSED);
    Person bob = people.at("bob");

    carol.shell().callWithVideo("bob");
    carol.phone().awaitSays("The browser may not use the");
    bob.phone().awaitIncoming();
    bob.phone().answerWithVideo();

    carol.phone().awaitState("in-call");
    bob.phone().awaitState("in-call");
    carol.media().awaitPictureAndSound();
    carol.phone().hangUp();
    bob.phone().awaitState("ready");
  }

  @Test
  void whoHasNoCameraTalksAndSees() {
    people.sendHome("carol");
    Person carol = people.open(people.demo().account("carol"), Devices.NO_CAMERA);
    Person bob = people.at("bob");

    bob.shell().callWithVideo("carol");
    carol.phone().awaitIncoming();
    carol.phone().answerWithVideo();

    carol.phone().awaitState("in-call");
    bob.phone().awaitState("in-call");
    carol.phone().awaitSays("No camera found");
    carol.media().awaitPictureAndSound();
    bob.media().awaitSound();
  }

  @Test
  void aCallIsSeenAndHeardAsOneLikes() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Talk.withVideo(alice, bob);

    alice.phone().fullScreen();
    await("a call as large as the screen").until(alice.phone()::fillsTheScreen);
    assertThat(alice.phone().dragOwnPicture(-120, -60)).containsExactly(-120L, -60L);
    alice.phone().dragOwnPicture(-300, 40);
    assertThat(alice.phone().ownPictureIsOnTheStage()).isTrue();
    alice.phone().fullScreen();
    await("the window again").until(() -> !alice.phone().fillsTheScreen());

    String loudspeaker = alice.phone().chooseLastLoudspeaker();
    await("the voice from there").until(() -> alice.phone().loudspeaker().equals(loudspeaker));
    alice.media().awaitPictureAndSound();
    alice.phone().hangUp();
    bob.phone().awaitState("ready");
  }

  @Test
  void whoLooksElsewhereIsToldByTheDesktop() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Person bob = people.open("bob");
    bob.awaitReady();
    bob.browser().allowNotifications();
    bob.browser().hideBehindAnotherTab();
    Instant start = Instant.now();

    alice.shell().call("bob");

    bob.moments().awaitFirst("notification:Call from Alice Archer", start);
    alice.phone().hangUp();
    alice.phone().awaitState("ready");
  }

  @Test
  void allTabsOfABrowserShareOnePhone() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Person bob = people.open("bob");
    String first = bob.browser().newTab("/history");
    String second = bob.browser().tab();
    bob.awaitReady();

    alice.shell().call("bob");
    bob.phone().awaitIncoming();
    bob.browser().switchTo(first);
    bob.phone().awaitIncoming();
    bob.browser().switchTo(second);
    bob.phone().answer();
    bob.phone().awaitState("in-call");
    bob.browser().switchTo(first);
    bob.phone().awaitState("in-call");
    alice.media().awaitSound();
    bob.phone().hangUp();
    alice.phone().awaitState("ready");
    bob.browser().switchTo(second);
    bob.phone().awaitState("ready");
    bob.phone().awaitReleased();
  }

  @Test
  void aPageReloadedWhileItRingsRingsAgain() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Person bob = people.open("bob");

    alice.shell().call("bob");
    bob.phone().awaitIncoming();
    bob.browser().reload();
    bob.phone().awaitIncoming();
    bob.phone().answer();
    bob.phone().awaitState("in-call");
    alice.media().awaitSound();
    alice.phone().hangUp();
    bob.phone().awaitState("ready");
  }

  @Test
  void whenTheTabWithThePhoneClosesAnotherTakesItOver() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Person bob = people.open("bob");
    String first = bob.browser().newTab("/messages/alice");
    String second = bob.browser().tab();
    bob.awaitReady();

    bob.browser().switchTo(first);
    bob.browser().closeTab(second);

    bob.awaitReady();
    await("a call through the tab that is left").until(() -> bob.phone().state().equals("ready"));
    Talk.withVoice(alice, bob);
  }
}
