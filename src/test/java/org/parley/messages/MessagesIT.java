package org.parley.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.parley.testing.TestPhonebook;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class MessagesIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestJournal journal;
  @Autowired private TestPhonebook phonebook;

  private SignedIn anna;
  private SignedIn ben;
  private Browser annas;
  private Browser bens;

  @BeforeEach
  void signIn() throws Exception {
    anna = people.employee("anna");
    ben = people.employee("ben");
    annas = browsers.signedIn(anna);
    bens = browsers.signedIn(ben);
  }

  @Test
  @DisplayName("W15 A message is there for both, in order and once, and its state goes forward")
  void messageIsThereForBoth() throws Exception {
    String first = TestJournal.fresh();
    String second = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), first, "héllo ✓ 日本 😀").append();
    journal.accepted(anna.user(), ben.user(), first, "héllo ✓ 日本 😀").append();
    journal.accepted(anna.user(), ben.user(), second, "second").at(1).append();
    journal.project();

    Json messages = messages(bens, anna);
    assertThat(messages.each("/messages", "uid")).containsExactly(first, second);
    assertThat(messages.at("/messages/0/text")).isEqualTo("héllo ✓ 日本 😀");
    assertThat(messages.at("/messages/0/mine")).isEqualTo("false");
    assertThat(messages.at("/messages/0/sentAt")).isEqualTo(TestJournal.START.toString());
    assertThat(messages.node().at("/next").isNull()).isTrue();

    Json list = Json.of(bens.json("/api/conversations"));
    assertThat(list.each("/conversations", "user")).containsExactly(anna.user());
    assertThat(list.at("/conversations/0/name")).isEqualTo(anna.name());
    assertThat(list.at("/conversations/0/lastText")).isEqualTo("second");
    assertThat(list.at("/conversations/0/lastMine")).isEqualTo("false");
    assertThat(list.at("/conversations/0/unread")).isEqualTo("2");
    assertThat(unread(bens)).isEqualTo("2");
    assertThat(unread(annas)).isEqualTo("0");

    journal.delivered(anna.user(), ben.user(), first).append();
    journal.project();
    assertThat(states(annas, ben)).containsExactly("delivered", "sent");

    bens.postJson("/api/messages/received", "{\"uids\":[\"" + second + "\"]}")
        .andExpect(status().isNoContent());
    assertThat(states(annas, ben)).containsExactly("delivered", "delivered");

    bens.postJson("/api/conversations/" + anna.user() + "/read", "{\"upTo\":9999999999}")
        .andExpect(status().isNoContent());
    assertThat(states(annas, ben)).containsExactly("read", "read");
    assertThat(unread(bens)).isEqualTo("0");
  }

  @Test
  void whatWaitsIsToldWithItsSendersUntilItIsTaken() throws Exception {
    SignedIn cleo = people.employee("cleo");
    String first = TestJournal.fresh();
    String second = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), first, "one").append();
    journal.accepted(cleo.user(), ben.user(), second, "two").append();
    journal.project();
    Json all = Json.of(bens.json("/api/messages/waiting"));
    assertThat(all.each("/messages", "uid")).containsExactly(first, second);
    assertThat(all.each("/people", "user")).containsExactlyInAnyOrder(anna.user(), cleo.user());
    assertThat(Json.of(bens.json("/api/messages/waiting?limit=1")).each("/messages", "uid"))
        .containsExactly(first);

    bens.postJson("/api/messages/received", "{\"uids\":[\"" + first + "\"]}");
    assertThat(Json.of(bens.json("/api/messages/waiting")).each("/messages", "uid"))
        .containsExactly(second);
    assertThat(Json.of(annas.json("/api/messages/waiting")).node().at("/messages").size()).isZero();
  }

  @Test
  void whatABlockedPersonWritesIsKeptFromWhoeverBlocksThemAndTheyNoticeNothing() throws Exception {
    String before = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), before, "before").append();
    journal.project();
    phonebook.block(ben, anna);
    String withheld = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), withheld, "withheld").at(1).append();
    journal.project();

    assertThat(messages(bens, anna).each("/messages", "uid")).containsExactly(before);
    assertThat(Json.of(bens.json("/api/conversations")).at("/conversations/0/lastText"))
        .isEqualTo("before");
    assertThat(unread(bens)).isEqualTo("1");
    assertThat(Json.of(bens.json("/api/messages/waiting")).each("/messages", "uid"))
        .containsExactly(before);
    bens.postJson("/api/messages/received", "{\"uids\":[\"" + withheld + "\"]}");
    bens.postJson("/api/conversations/" + anna.user() + "/read", "{\"upTo\":9999999999}");

    assertThat(messages(annas, ben).each("/messages", "uid")).containsExactly(before, withheld);
    assertThat(states(annas, ben)).containsExactly("read", "sent");
    assertThat(Json.of(annas.json("/api/conversations")).at("/conversations/0/lastText"))
        .isEqualTo("withheld");

    // Told again by the journal, it stays where it was.
    journal.accepted(anna.user(), ben.user(), withheld, "withheld").at(1).append();
    journal.project();
    assertThat(unread(bens)).isEqualTo("0");
    assertThat(messages(bens, anna).each("/messages", "uid")).containsExactly(before);
  }

  @Test
  void aConversationThatABlockedPersonBeginsDoesNotAppear() throws Exception {
    phonebook.block(ben, anna);
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "hello?").append();
    journal.project();
    assertThat(Json.of(bens.json("/api/conversations")).node().at("/conversations").size())
        .isZero();
    assertThat(Json.of(annas.json("/api/conversations")).each("/conversations", "user"))
        .containsExactly(ben.user());
    // What the blocker writes arrives.
    journal.accepted(ben.user(), anna.user(), TestJournal.fresh(), "no").at(2).append();
    journal.project();
    assertThat(unread(annas)).isEqualTo("1");
    assertThat(messages(bens, anna).each("/messages", "text")).containsExactly("no");
  }

  @Test
  void readingUpToAMessageLeavesLaterOnesUnread() throws Exception {
    for (int i = 0; i < 4; i++) {
      journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "no. " + i).at(i).append();
    }
    journal.project();
    String second = messages(bens, anna).at("/messages/1/id");
    bens.postJson("/api/conversations/" + anna.user() + "/read", "{\"upTo\":" + second + "}");
    assertThat(unread(bens)).isEqualTo("2");
    assertThat(states(annas, ben)).containsExactly("read", "read", "sent", "sent");
  }

  @Test
  void pageOfAConversationKnowsWhomItIsWith() throws Exception {
    journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "hello").append();
    journal.project();
    annas
        .get("/messages/{user}", ben.user())
        .andExpect(status().isOk())
        .andExpect(view().name("messages/messages"))
        .andExpect(model().attributeExists("peer", "messages", "conversations"));
    annas
        .get("/messages")
        .andExpect(status().isOk())
        .andExpect(model().attributeDoesNotExist("peer"));
  }

  @Test
  @DisplayName("W16 A conversation with somebody who does not exist is not found")
  void nobodyIsNotFound() throws Exception {
    annas
        .get("/messages/nobody-of-that-name")
        .andExpect(status().isNotFound())
        .andExpect(view().name("messages/messages"));
    Json problem =
        Json.of(
            annas
                .json("/api/conversations/nobody-of-that-name/messages")
                .andExpect(status().isNotFound()));
    assertThat(problem.at("/status")).isEqualTo("404");
  }

  @Test
  void strangerSeesAndChangesNothingOfAConversation() throws Exception {
    String uid = TestJournal.fresh();
    journal.accepted(anna.user(), ben.user(), uid, "between us").append();
    journal.project();
    Browser cleos = browsers.signedIn(people.employee("cleo"));
    assertThat(messages(cleos, ben).node().at("/messages").size()).isZero();
    assertThat(Json.of(cleos.json("/api/conversations")).node().at("/conversations").size())
        .isZero();
    cleos.postJson("/api/messages/received", "{\"uids\":[\"" + uid + "\"]}");
    cleos.postJson("/api/conversations/" + ben.user() + "/read", "{\"upTo\":9999999999}");
    cleos.postJson("/api/conversations/" + anna.user() + "/read", "{\"upTo\":9999999999}");
    assertThat(states(annas, ben)).containsExactly("sent");
    assertThat(unread(bens)).isEqualTo("1");
  }

  @Test
  void longConversationIsReadPageByPageInBothDirections() throws Exception {
    for (int i = 0; i < 7; i++) {
      journal.accepted(anna.user(), ben.user(), TestJournal.fresh(), "no. " + i).at(i).append();
    }
    journal.project();
    String path = "/api/conversations/" + ben.user() + "/messages?limit=3";
    Json newest = Json.of(annas.json(path));
    assertThat(newest.each("/messages", "text")).containsExactly("no. 4", "no. 5", "no. 6");
    Json older = Json.of(annas.json(path + "&before=" + newest.at("/next")));
    assertThat(older.each("/messages", "text")).containsExactly("no. 1", "no. 2", "no. 3");
    Json oldest = Json.of(annas.json(path + "&before=" + older.at("/next")));
    assertThat(oldest.each("/messages", "text")).containsExactly("no. 0");
    assertThat(oldest.node().at("/next").isNull()).isTrue();

    Json first = Json.of(annas.json(path + "&after=0"));
    assertThat(first.each("/messages", "text")).containsExactly("no. 0", "no. 1", "no. 2");
    Json second = Json.of(annas.json(path + "&after=" + first.at("/next")));
    assertThat(second.each("/messages", "text")).containsExactly("no. 3", "no. 4", "no. 5");
  }

  @Test
  void senselessRequestsAreToldSo() throws Exception {
    String messages = "/api/conversations/" + ben.user() + "/messages";
    annas.json("/api/conversations?before=yesterday").andExpect(status().isBadRequest());
    annas.json(messages + "?before=x").andExpect(status().isBadRequest());
    annas.json(messages + "?before=5&after=1").andExpect(status().isBadRequest());
    annas
        .postJson("/api/conversations/" + ben.user() + "/read", "{}")
        .andExpect(status().isBadRequest());
    annas
        .postJson("/api/conversations/" + ben.user() + "/read", "not json")
        .andExpect(status().isBadRequest());
    annas.postJson("/api/messages/received", "{}").andExpect(status().isBadRequest());
    annas.json("/api/conversations?limit=100000").andExpect(status().isOk());
    annas.json("/api/conversations?limit=-3").andExpect(status().isOk());
  }

  private static Json messages(Browser browser, SignedIn with) throws Exception {
    return Json.of(browser.json("/api/conversations/{user}/messages", with.user()));
  }

  private static java.util.List<String> states(Browser browser, SignedIn with) throws Exception {
    return messages(browser, with).each("/messages", "state");
  }

  private static String unread(Browser browser) throws Exception {
    return Json.of(browser.json("/api/summary")).at("/unread");
  }
}
