package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.people.Copy;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Talk;
import org.parley.flows.people.Words;

/** Parts that die while people talk. */
class OutageFlow {
  private static final Duration REREGISTERED = Duration.ofSeconds(5);
  private static final Duration DATABASE_AWAY = Duration.ofSeconds(30);

  @RegisterExtension static final People people = new People();

  private final Copy copy = new Copy();

  @Test
  void aCallOutlivesTheSipCore() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Talk.withVideo(alice, bob);

    copy.kill("kamailio");
    try {
      alice.phone().awaitState("reconnecting");
      bob.phone().awaitState("reconnecting");
      alice.media().awaitPictureAndSound();
      bob.media().awaitPictureAndSound();
    } finally {
      copy.start("kamailio");
    }
    Instant up = Instant.now();

    for (Person person : List.of(alice, bob)) {
      Instant back = person.moments().awaitFirst("state:in-call", up.minus(REREGISTERED));
      assertThat(back).as("%s is registered again", person).isBefore(up.plus(REREGISTERED));
      person.media().awaitPictureAndSound();
    }
    alice.phone().hangUp();
    alice.phone().awaitState("ready");
    bob.phone().awaitState("ready");
    Talk.withVoice(bob, alice);
  }

  @Test
  void thePhoneRegistersAgainWithinFiveSecondsOfTheSipCoresReturn() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    alice.awaitReady();

    copy.kill("kamailio");
    try {
      alice.phone().awaitNotState("ready");
      bob.phone().awaitNotState("ready");
    } finally {
      copy.start("kamailio");
    }
    Instant up = Instant.now();

    for (Person person : List.of(alice, bob)) {
      Instant back = person.moments().awaitFirst("state:ready", up.minus(REREGISTERED));
      assertThat(back).as("%s is registered again", person).isBefore(up.plus(REREGISTERED));
    }
    alice.shell().awaitPresence("bob", "available", Duration.ofSeconds(10));
    Talk.withVoice(alice, bob);
  }

  @Test
  void nobodyInACallNoticesThatThePortalRestarts() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.shell().goTo("messages");
    alice.shell().markDocument();
    Talk.withVideo(alice, bob);
    Instant start = Instant.now();

    copy.stop("tomcat");
    try {
      alice.media().awaitPictureAndSound();
      bob.media().awaitPictureAndSound();
      bob.shell().awaitUnreachablePage("history");
    } finally {
      copy.start("tomcat");
    }

    alice.media().awaitPictureAndSound();
    bob.media().awaitPictureAndSound();
    for (Person person : List.of(alice, bob)) {
      assertThat(person.moments().since(start)).noneMatch(what -> what.startsWith("state:"));
    }
    alice.shell().goTo("history");
    alice.shell().goTo("profile");
    assertThat(alice.shell().isSameDocument()).isTrue();
    bob.phone().hangUp();
    alice.phone().awaitState("ready");

    bob.messages().open("alice");
    bob.awaitReady();
    alice.shell().goTo("messages");
    String text = Words.unique("still here");
    bob.messages().send(text);
    bob.messages().awaitState(text, "delivered");
  }

  @Test
  void nothingIsMissingAfterTheDatabaseWasAway() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    Person carol = people.at("carol");
    Person dave = people.at("dave");
    long aliceBefore = alice.history().mark();
    long bobBefore = bob.history().mark();
    long carolBefore = carol.history().mark();
    long daveBefore = dave.history().mark();
    carol.messages().open("dave");
    carol.awaitReady();
    Talk.withVoice(alice, bob);
    String text = Words.unique("while it was away");

    Instant away = Instant.now();
    copy.stop("mysql");
    try {
      // One call ends and another one is made and ends while nothing can be written.
      bob.phone().hangUp();
      alice.phone().awaitState("ready");
      Talk.withVoice(dave, carol);
      carol.messages().send(text);
      carol.media().awaitSound();
      dave.phone().hangUp();
      carol.phone().awaitState("ready");
      assertThat(carol.messages().stateOf(text)).isEqualTo("sending");
      await("the database to be away for " + DATABASE_AWAY, DATABASE_AWAY.multipliedBy(2))
          .until(() -> Duration.between(away, Instant.now()).compareTo(DATABASE_AWAY) >= 0);
      assertThat(carol.phone().state()).isEqualTo("ready");
      assertThat(carol.messages().stateOf(text)).isEqualTo("sending");
    } finally {
      copy.start("mysql");
    }

    alice.history().awaitOnly(aliceBefore, "outgoing", "bob");
    bob.history().awaitOnly(bobBefore, "incoming", "alice");
    carol.history().awaitOnly(carolBefore, "incoming", "dave");
    dave.history().awaitOnly(daveBefore, "outgoing", "carol");
    carol.messages().awaitState(text, "delivered", Duration.ofSeconds(40));
    dave.messages().open("carol").awaitMessage(text);
    assertThat(dave.messages().stored("carol")).containsOnlyOnce(text);
    dave.history().open().awaitTop(daveBefore, "outgoing", "carol");
    for (Person person : List.of(alice, bob, carol, dave)) {
      assertThat(person.shell().isShown()).as("%s is still signed in", person).isTrue();
    }
  }
}
