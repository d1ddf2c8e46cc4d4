package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.browser.Media.Received;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Talk;

/** What happens in a call that was answered. */
class CallFlow {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension static final People people = new People();

  @Test
  @DisplayName("W10 a video call: both see 'in call', the timer runs, media flows both ways")
  void videoCallCarriesPictureAndSoundBothWays() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    long before = alice.history().mark();

    alice.shell().callWithVideo("bob");
    bob.phone().awaitIncoming();
    assertThat(bob.phone().incoming()).contains(alice.name());
    assertThat(bob.phone().state()).isEqualTo("ringing");
    bob.phone().answerWithVideo();

    for (Person person : new Person[] {alice, bob}) {
      person.phone().awaitState("in-call");
      person.media().awaitPictureAndSound();
      person.media().awaitBeep();
      await("a picture").until(person.phone()::showsPicture);
      person.phone().awaitRunningTimer();
    }

    alice.phone().hangUp();
    alice.phone().awaitState("ready");
    bob.phone().awaitState("ready");
    alice.history().awaitOnly(before, "outgoing", "bob");
    assertThat(alice.history().since(before).get(0).seconds()).isPositive();
  }

  @Test
  void anAudioCallOpensNoCamera() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");

    Talk.withVoice(alice, bob);

    alice.media().awaitBeep();
    bob.media().awaitBeep();
    assertThat(alice.phone().devicesOpened()).isOne();
    assertThat(bob.phone().devicesOpened()).isOne();
    assertThat(alice.media().received().frames()).isZero();
  }

  @Test
  @DisplayName("W11 who calls somebody in a call is told 'busy', and that call goes on")
  void thirdCallerIsToldBusy() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Person carol = people.at("carol");
    Talk.withVoice(alice, bob);
    Instant start = Instant.now();

    carol.shell().call("alice");

    carol.moments().awaitFirst("state:calling", start);
    carol.phone().awaitNotice("Alice Archer is busy");
    carol.phone().awaitState("ready");
    assertThat(alice.moments().since(start)).noneMatch(what -> what.startsWith("state:"));
    assertThat(bob.moments().since(start)).noneMatch(what -> what.startsWith("state:"));
    assertThat(alice.phone().isIncoming()).isFalse();
    alice.media().awaitSound();
    bob.media().awaitSound();
  }

  @Test
  @DisplayName("W12 held: the other sees it and gets no media; resumed: media flows both ways")
  void holdStopsMediaAndResumeBringsItBack() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Talk.withVideo(alice, bob);

    alice.phone().hold();
    alice.phone().awaitState("held");
    bob.phone().awaitState("held");
    assertThat(bob.phone().words()).containsIgnoringCase("hold");
    bob.media().awaitSilence("pictures", Received::frames, SECOND);
    bob.media().awaitSilence("bytes of sound", Received::soundBytes, SECOND);

    alice.phone().hold();
    alice.phone().awaitState("in-call");
    bob.phone().awaitState("in-call");
    alice.media().awaitPictureAndSound();
    alice.media().awaitBeep();
    bob.media().awaitPictureAndSound();
    bob.media().awaitBeep();
  }

  @Test
  @DisplayName("W13 whoever hangs up: both are free within 1 s, camera and microphone released")
  void hangingUpFreesBothWithinASecond() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");

    for (Person quitter : new Person[] {alice, bob}) {
      Talk.withVideo(alice, bob);
      Instant start = Instant.now();

      quitter.phone().hangUp();

      Instant clicked = quitter.moments().awaitFirst("click:call-hangup", start);
      for (Person person : new Person[] {alice, bob}) {
        Instant free = person.moments().awaitFirst("state:ready", start);
        assertThat(Duration.between(clicked, free)).as("%s is free", person).isLessThan(SECOND);
        await("devices of " + person + " released").until(person.phone()::hasReleasedDevices);
      }
    }
  }

  @Test
  void muteKeepsTheMicrophoneToOneself() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Talk.withVoice(alice, bob);
    bob.media().awaitBeep();

    alice.phone().mute();
    await("the button to stay down").until(() -> alice.phone().isDown("call-mute"));
    bob.media().awaitSilence("sound", Received::loudness, SECOND.multipliedBy(2));

    alice.phone().mute();
    bob.media().awaitBeep();
  }

  @Test
  void theCameraGoesOffAndOnAgain() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Talk.withVideo(alice, bob);

    alice.phone().camera();
    bob.media().awaitSilence("pictures", Received::frames, SECOND);
    alice.media().awaitPictureAndSound();

    alice.phone().camera();
    bob.media().awaitPictureAndSound();
  }

  @Test
  void aCallGoesOnThroughEverySectionOfThePortal() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Talk.withVideo(alice, bob);
    alice.shell().markDocument();
    Instant start = Instant.now();

    for (String section : new String[] {"messages", "history", "profile", "home"}) {
      alice.shell().goTo(section);
      assertThat(alice.phone().state()).isEqualTo("in-call");
      assertThat(alice.browser().shows("[data-testid=call-hangup]"))
          .as("a way to hang up")
          .isTrue();
      alice.media().awaitPictureAndSound();
    }
    alice.browser().back();
    alice.shell().awaitSection("profile", "/profile");
    alice.browser().back();
    alice.shell().awaitSection("history", "/history");
    alice.browser().forward();
    alice.shell().awaitSection("profile", "/profile");

    assertThat(alice.shell().isSameDocument()).as("no page was loaded anew").isTrue();
    assertThat(alice.moments().since(start)).noneMatch(what -> what.startsWith("state:"));
    bob.media().awaitPictureAndSound();
    alice.phone().awaitRunningTimer();
  }

  @Test
  void oneClickInTheHistoryCallsBack() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    long before = bob.history().mark();
    Talk.withVoice(alice, bob);
    alice.phone().hangUp();
    bob.history().awaitOnly(before, "incoming", "alice");

    bob.history().open().awaitTop(before, "incoming", "alice");
    bob.awaitReady();
    bob.history().callBack();

    alice.phone().awaitIncoming();
    alice.phone().answer();
    alice.phone().awaitState("in-call");
    bob.media().awaitSound();
  }
}
