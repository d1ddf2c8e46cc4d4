package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Talk;
import org.parley.flows.people.Words;

/** Who is seen to be around. */
class PresenceFlow {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration SILENT_LOSS = Duration.ofSeconds(35);
  private static final Duration BACK = Duration.ofSeconds(20);

  @RegisterExtension static final People people = new People();

  @Test
  void threePeopleInThreeBrowsersSeeTalkAndWriteToEachOther() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Person carol = people.at("carol");
    carol.messages().open("alice");
    carol.awaitReady();
    carol.shell().awaitPresence("alice", "available", SOON);

    Talk.withVideo(alice, bob);
    carol.shell().awaitPresence("alice", "in-call", SOON);
    String text = Words.unique("call me when you are free");
    carol.messages().send(text);
    alice.shell().goTo("messages");
    carol.messages().awaitState(text, "delivered");
    alice.phone().hangUp();
    bob.phone().awaitState("ready");
    carol.shell().awaitPresence("alice", "available", SOON);

    Talk.withVideo(bob, carol);
    alice.messages().open("bob");
    alice.awaitReady();
    alice.shell().awaitPresence("bob", "in-call", SOON);
    carol.phone().hangUp();
    bob.phone().awaitState("ready");
    alice.shell().awaitPresence("bob", "available", SOON);
    Talk.withVoice(carol, alice);
  }

  @Test
  void whatOneChoosesIsWhatOthersSee() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    alice.awaitReady();

    try {
      for (String presence : new String[] {"away", "busy", "dnd", "available"}) {
        bob.shell().choosePresence(presence);
        alice.shell().awaitPresence("bob", presence, SOON);
      }
      bob.shell().choosePresence("invisible");
      alice.shell().awaitPresence("bob", "offline", SOON);
      bob.shell().awaitPresence("bob", "invisible", SOON);
    } finally {
      bob.shell().choosePresence("available");
    }
  }

  @Test
  void whoSignsOutIsGoneAndWhoComesBackIsThere() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    alice.messages().open("bob");
    alice.awaitReady();
    alice.shell().awaitPresence("bob", "offline", SILENT_LOSS);

    Person bob = people.open("bob");
    alice.shell().awaitPresence("bob", "available", SOON);
    bob.shell().signOut();
    alice.shell().awaitPresence("bob", "offline", SOON);
  }

  @Test
  void aBrowserKilledWithSignalNineIsGoneAtOnce() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Person bob = people.open("bob");
    alice.messages().open("bob");
    alice.awaitReady();
    alice.shell().awaitPresence("bob", "available", SOON);
    Instant start = Instant.now();

    bob.browser().crash();

    Instant gone = alice.moments().awaitFirst("presence-bob:offline", start);
    assertThat(Duration.between(start, gone)).isLessThan(AT_ONCE);
  }

  @Test
  void aBrowserThatFallsAsleepIsGoneWithinThirtyFiveSecondsAndBackWhenItWakes() {
    Person alice = people.at("alice");
    people.sendHome("bob");
    Person bob = people.open("bob");
    alice.messages().open("bob");
    alice.awaitReady();
    alice.shell().awaitPresence("bob", "available", SOON);
    Instant start = Instant.now();

    bob.browser().freeze();

    Instant gone = alice.moments().awaitFirst("presence-bob:offline", start, SILENT_LOSS);
    assertThat(Duration.between(start, gone)).isLessThan(SILENT_LOSS);

    bob.browser().thaw();

    alice.shell().awaitPresence("bob", "available", BACK);
    bob.awaitReady();
    Talk.withVoice(alice, bob);
  }
}
