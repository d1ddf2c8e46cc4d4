package org.parley.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.flows.people.Copy;
import org.parley.flows.people.People;
import org.parley.flows.people.Person;
import org.parley.flows.people.Words;

/** Writing to one another. */
class MessagesFlow {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension static final People people = new People();

  private final Copy copy = new Copy();

  @Test
  @DisplayName(
      "W15 a message arrives within 1 s, in order, exactly once; sent, delivered, then read")
  void messagesArriveAtOnceInOrderExactlyOnce() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    bob.messages().open("alice");
    alice.awaitReady();
    bob.awaitReady();
    List<String> texts = new ArrayList<>();

    for (int i = 1; i <= 5; i++) {
      String text = Words.unique("line " + i);
      texts.add(text);
      Instant start = Instant.now();
      alice.messages().send(text);
      Instant sent = alice.moments().awaitFirst("enter:message-input", start);
      Instant shown = bob.moments().awaitFirstNamed("message-", text, start);
      assertThat(Duration.between(sent, shown)).as(text).isLessThan(SECOND);
    }

    for (String text : texts) {
      alice.messages().awaitState(text, "read");
      assertThat(bob.messages().countOf(text)).isOne();
      assertThat(alice.messages().countOf(text)).isOne();
    }
    assertThat(bob.messages().order(texts)).isEqualTo(texts);
    assertThat(bob.messages().stored("alice")).containsOnlyOnceElementsOf(texts);
    bob.browser().reload();
    bob.messages().awaitMessage(texts.get(4));
    assertThat(bob.messages().order(texts)).isEqualTo(texts);
  }

  @Test
  void whatIsDeliveredIsOnlyReadOnceItIsLookedAt() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    int unread = bob.messages().unread();
    alice.messages().open("bob");
    alice.awaitReady();
    String text = Words.unique("are you there?");

    alice.messages().send(text);

    alice.messages().awaitState(text, "delivered");
    await("one more unread message").until(() -> bob.messages().unread() > unread);
    bob.messages().open("alice").awaitMessage(text);
    alice.messages().awaitState(text, "read");
    await("nothing unread").until(() -> bob.messages().unread() == 0);
  }

  @Test
  @DisplayName("W16 writing to somebody who does not exist is refused, and nothing is stored")
  void nobodyCannotBeWrittenTo() {
    Person alice = people.at("alice");
    String nobody = "nobody-" + Words.token();
    String text = Words.unique("hello?");

    alice.browser().open("/messages/" + nobody);
    alice.awaitReady();
    await("the page to say so")
        .until(() -> alice.messages().isWritable() || alice.messages().words().contains("nobody"));
    if (alice.messages().isWritable()) {
      alice.messages().send(text);
      alice.messages().awaitState(text, "failed");
    }

    assertThat(alice.messages().words()).containsIgnoringCase("there is nobody by that name");
    assertThat(alice.messages().conversations()).doesNotContain(nobody);
    assertThat(alice.messages().stored(nobody)).isEmpty();
  }

  @Test
  void aMessageForSomebodyAwayIsThereAtTheNextSignIn() {
    Person alice = people.at("alice");
    people.sendHome("carol");
    alice.messages().open("carol");
    alice.awaitReady();
    alice.shell().awaitPresence("carol", "offline", Duration.ofSeconds(35));
    String first = Words.unique("for later");
    String second = Words.unique("and more");

    alice.messages().send(first);
    alice.messages().send(second);
    alice.messages().awaitState(first, "sent");
    alice.messages().awaitState(second, "sent");

    Person carol = people.at("carol");
    await("the unread count").until(() -> carol.messages().unread() >= 2);
    alice.messages().awaitState(second, "delivered");
    carol.messages().open("alice").awaitMessage(second);
    assertThat(carol.messages().order(List.of(first, second))).containsExactly(first, second);
    alice.messages().awaitState(first, "read");
    alice.messages().awaitState(second, "read");
  }

  @Test
  void whatLooksLikeMarkupStaysText() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    bob.messages().open("alice");
    alice.awaitReady();
    bob.awaitReady();
    String token = Words.token();
    List<String> attacks =
        List.of(
            "<img src=x onerror=\"window.__hurt=1\"> " + token + "a",
            "<script>window.__hurt=1</script> " + token + "b",
            "\"><svg/onload=window.__hurt=1> " + token + "c",
            "javascript:window.__hurt=1 " + token + "d",
            "${7*7} {{7*7}} <%=7*7%> ' OR 1=1 -- " + token + "e");

    for (String attack : attacks) {
      alice.messages().paste(attack);
    }

    for (String attack : attacks) {
      for (Person person : new Person[] {alice, bob}) {
        person.messages().awaitMessage(attack);
        assertThat(person.messages().activeElementsIn(token)).isZero();
      }
    }
    bob.browser().open("/");
    bob.awaitReady();
    bob.messages().open("alice").awaitMessage(attacks.get(4));
    assertThat(bob.browser().js("return window.__hurt ?? null")).isNull();
    assertThat(alice.browser().js("return window.__hurt ?? null")).isNull();
    attacks.forEach(attack -> bob.messages().awaitStored("alice", attack));
  }

  @Test
  void everyScriptAndEveryEmojiArrivesAsItWasWritten() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    bob.messages().open("alice");
    alice.awaitReady();
    bob.awaitReady();
    String text = "héllo ✓ 日本 😀 👩🏽‍💻 مرحبا " + Words.token();

    alice.messages().paste(text);

    bob.messages().awaitMessage(text);
    alice.messages().awaitState(text, "read");
    bob.messages().awaitStored("alice", text);
  }

  @Test
  void tenThousandCharactersArriveWhole() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    bob.messages().open("alice");
    alice.awaitReady();
    bob.awaitReady();
    String beginning = Words.unique("long");
    String text = beginning + " " + "abcdefghi ".repeat(1000).substring(beginning.length() + 1);
    assertThat(text).hasSize(10_000);

    alice.messages().paste(text);

    bob.messages().awaitMessage(beginning);
    bob.messages().awaitStored("alice", text.strip());
    assertThat(bob.messages().isFullyReadable(beginning, "abcdefghi")).isTrue();
    assertThat(bob.messages().fitsItsColumn(beginning)).isTrue();
  }

  @Test
  void anAddressInAMessageIsALinkThatTellsNothing() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    bob.messages().open("alice");
    alice.awaitReady();
    bob.awaitReady();
    String token = Words.token();

    alice.messages().send("see https://example.org/a?b=c&d=" + token + ", or not");

    bob.messages().awaitMessage(token);
    assertThat(bob.messages().linksIn(token))
        .containsExactly("https://example.org/a?b=c&d=" + token);
    assertThat(
            bob.browser().attribute("[data-testid=message-item] a[href*='" + token + "']", "rel"))
        .contains("noopener");
  }

  @Test
  void whatIsWrittenWithoutAConnectionArrivesOnceItIsBack() {
    Person alice = people.at("alice");
    Person bob = people.at("bob");
    alice.messages().open("bob");
    bob.messages().open("alice");
    alice.awaitReady();
    bob.awaitReady();
    List<String> texts = List.of(Words.unique("one"), Words.unique("two"), Words.unique("three"));

    copy.kill("kamailio");
    try {
      alice.phone().awaitNotState("ready");
      texts.forEach(alice.messages()::send);
      texts.forEach(text -> alice.messages().awaitState(text, "sending"));
      alice.browser().reload();
      texts.forEach(alice.messages()::awaitMessage);
    } finally {
      copy.start("kamailio");
    }

    texts.forEach(bob.messages()::awaitMessage);
    texts.forEach(text -> alice.messages().awaitState(text, "read"));
    assertThat(bob.messages().order(texts)).isEqualTo(texts);
    assertThat(bob.messages().stored("alice")).containsOnlyOnceElementsOf(texts);
    assertThat(alice.messages().order(texts)).isEqualTo(texts);
  }
}
