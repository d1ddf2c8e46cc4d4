package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;

/** Calls that are not answered, and who is told what. */
class RingFlow {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension static final People people = new People();

  @Test
  @DisplayName("W06 no call while the field is empty or holds no address")
  void nothingToCallNoCallButton() {
    Person alice = people.at("alice");

    for (String text :
        new String[] {"", " ", "not an address", "@", "bob@", "@parley", "b b@c", "<bob>"}) {
      alice.shell().typeAddress(text);
      await("no call to '" + text + "'").until(alice.shell()::mayNotCall);
    }
    String domain = people.demo().domain();
    for (String text : new String[] {"bob", "bob@" + domain, "sip:bob@" + domain, "Bob Baker"}) {
      alice.shell().typeAddress(text);
      await("a call to '" + text + "'").until(alice.shell()::mayCall);
    }
  }

  @Test
  @DisplayName(
      "W07 who is nowhere registered is said to be unavailable within 2 s, and may be written to")
  void unavailableIsToldAtOnce() {
    Person alice = people.at("alice");
    people.sendHome("dave");
    alice.messages().open("dave");
    alice.awaitReady();
    alice.shell().awaitPresence("dave", "offline", Duration.ofSeconds(35));
    long before = alice.history().mark();
    Instant start = Instant.now();

    alice.shell().call("dave");

    Instant clicked = alice.moments().awaitFirst("click:dial-audio", start);
    alice.moments().awaitFirst("state:calling", start);
    Instant told = alice.moments().awaitFirst("notice:Dave Diaz is unavailable", start);
    assertThat(Duration.between(clicked, told)).isLessThan(SECOND.multipliedBy(2));
    alice.phone().awaitState("ready");
    assertThat(alice.phone().offersToWriteTo("dave")).isTrue();
    alice.history().awaitOnly(before, "failed", "dave");
    alice.history().open().awaitTop(before, "failed", "dave");

    Person dave = people.at("dave");
    dave.history().open().awaitTop(0, "missed", "alice");
  }

  @Test
  @DisplayName(
      "W08 after the ring time the caller is told 'no answer', the callee has a missed call")
  void nobodyAnswers() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    long madeBefore = alice.history().mark();
    long gotBefore = bob.history().mark();
    Duration ringTime = alice.ringTime();
    // Whoever looks at the history has seen what they missed.
    bob.shell().goTo("home");
    Instant start = Instant.now();

    alice.shell().call("bob");
    bob.phone().awaitIncoming();
    Instant rang = bob.moments().awaitFirst("state:ringing", start);
    alice.phone().awaitState("ready", ringTime.plusSeconds(10));

    Instant over = alice.moments().awaitFirst("state:ready", rang);
    assertThat(Duration.between(rang, over))
        .isBetween(ringTime.minusSeconds(2), ringTime.plusSeconds(3));
    alice.phone().awaitNotice("Bob Baker does not answer");
    assertThat(alice.phone().offersToWriteTo("bob")).isTrue();
    bob.phone().awaitState("ready");
    assertThat(bob.phone().isIncoming()).as("nothing rings on").isFalse();
    alice.history().awaitOnly(madeBefore, "outgoing", "bob");
    bob.history().awaitOnly(gotBefore, "missed", "alice");
    bob.history().awaitMissedBadge();
    bob.history().open().awaitTop(gotBefore, "missed", "alice");
  }

  @Test
  @DisplayName("W09 who is declined knows within 1 s, with the right word")
  void declinedIsToldAtOnce() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    long madeBefore = alice.history().mark();
    long gotBefore = bob.history().mark();
    alice.shell().call("bob");
    bob.phone().awaitIncoming();
    Instant start = Instant.now();

    bob.phone().decline();

    Instant clicked = bob.moments().awaitFirst("click:call-decline", start);
    Instant told = alice.moments().awaitFirst("notice:Bob Baker declined", start);
    assertThat(Duration.between(clicked, told)).isLessThan(SECOND);
    alice.phone().awaitState("ready");
    bob.phone().awaitState("ready");
    assertThat(bob.phone().isIncoming()).isFalse();
    alice.history().awaitOnly(madeBefore, "declined", "bob");
    bob.history().awaitOnly(gotBefore, "declined", "alice");
  }

  @Test
  @DisplayName(
      "W09 where the caller gives up, the other stops ringing within 1 s and has a missed call")
  void cancelledStopsRingingAtOnce() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    long madeBefore = alice.history().mark();
    long gotBefore = bob.history().mark();
    alice.shell().callWithVideo("bob");
    bob.phone().awaitIncoming();
    Instant start = Instant.now();

    alice.phone().hangUp();

    Instant clicked = alice.moments().awaitFirst("click:call-hangup", start);
    Instant told = bob.moments().awaitFirst("state:ready", start);
    assertThat(Duration.between(clicked, told)).isLessThan(SECOND);
    Instant cardGone = bob.moments().awaitFirst("card:gone", start);
    assertThat(Duration.between(clicked, cardGone)).isLessThan(SECOND);
    bob.phone().awaitNotice("Missed call from Alice Archer");
    alice.phone().awaitState("ready");
    await("camera and microphone released").until(alice.phone()::hasReleasedDevices);
    alice.history().awaitOnly(madeBefore, "outgoing", "bob");
    bob.history().awaitOnly(gotBefore, "missed", "alice");
  }

  @Test
  @DisplayName(
      "W20 one of two devices answers: the other stops within 1 s and logs 'answered elsewhere'")
  void oneDeviceAnswersTheOtherStops() {
    Person alice = people.at("alice");
    Person desk = people.at("bob");
    Person laptop = people.open("bob");
    long gotBefore = desk.history().mark();
    alice.shell().call("bob");
    desk.phone().awaitIncoming();
    laptop.phone().awaitIncoming();
    Instant start = Instant.now();

    laptop.phone().answer();

    Instant clicked = laptop.moments().awaitFirst("click:call-answer", start);
    Instant stopped = desk.moments().awaitFirst("card:gone", start);
    assertThat(Duration.between(clicked, stopped)).isLessThan(SECOND);
    laptop.phone().awaitState("in-call");
    alice.phone().awaitState("in-call");
    desk.phone().awaitState("ready");
    desk.phone().awaitNotice("Answered elsewhere");
    laptop.media().awaitSound();
    alice.media().awaitSound();

    alice.phone().hangUp();
    laptop.phone().awaitState("ready");
    desk.history().awaitOnly(gotBefore, "elsewhere", "alice");
    laptop.history().awaitOnly(gotBefore, "incoming", "alice");
    desk.history().open().awaitTop(gotBefore, "elsewhere", "alice");
  }

  @Test
  void oneDeviceDeclinesAndTheOtherStopsToo() {
    Person alice = people.at("alice");
    Person desk = people.at("bob");
    Person laptop = people.open("bob");
    alice.shell().call("bob");
    desk.phone().awaitIncoming();
    laptop.phone().awaitIncoming();

    desk.phone().decline();

    laptop.phone().awaitState("ready");
    assertThat(laptop.phone().isIncoming()).isFalse();
    alice.phone().awaitNotice("Bob Baker declined");
    alice.phone().awaitState("ready");
  }

  @Test
  void whoDoesNotExistIsToldSo() {
    Person alice = people.at("alice");
    long before = alice.history().mark();

    alice.shell().call("nobody-at-all");

    alice.phone().awaitNotice("There is nobody called nobody-at-all");
    alice.phone().awaitState("ready");
    alice.history().awaitOnly(before, "failed", "nobody-at-all");
  }
}
