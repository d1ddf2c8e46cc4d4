package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class HistoryIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestJournal journal;

  private final String callId = TestJournal.fresh();
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
  void answeredCallIsOutgoingForOneAndIncomingForTheOther() throws Exception {
    event("started").with("media", "audio video").append();
    event("ringing").at(0.2).append();
    event("answered").at(3).with("device", bens.device()).with("media", "audio").append();
    event("ended").at(65.9).with("detail", "callee").append();
    journal.project();

    Json his = Json.of(bens.json("/api/history"));
    assertThat(his.each("/calls", "kind")).containsExactly("incoming");
    assertThat(his.at("/calls/0/user")).isEqualTo(anna.user());
    assertThat(his.at("/calls/0/name")).isEqualTo(anna.name());
    assertThat(his.at("/calls/0/durationSeconds")).isEqualTo("62");
    assertThat(his.at("/calls/0/media")).isEqualTo("audio");
    assertThat(his.at("/calls/0/startedAt")).isEqualTo(TestJournal.START.toString());
    assertThat(his.node().at("/calls/0/reason").isNull()).isTrue();
    assertThat(kinds(annas)).containsExactly("outgoing");
    assertThat(missed(bens)).isEqualTo("0");
  }

  @Test
  @DisplayName("W20 A call answered on another device of mine is answered elsewhere, not missed")
  void answeredElsewhere() throws Exception {
    event("started").append();
    event("answered").at(3).with("device", "d-00000000000000ff").append();
    event("ended").at(9).append();
    journal.project();
    assertThat(kinds(bens)).containsExactly("elsewhere");
    assertThat(Json.of(bens.json("/api/history?kind=elsewhere")).node().at("/calls").size())
        .isEqualTo(1);
    assertThat(Json.of(bens.json("/api/history?kind=missed")).node().at("/calls").size()).isZero();
    assertThat(missed(bens)).isEqualTo("0");
  }

  @Test
  @DisplayName("W08 A call nobody answers is missed, and counts until it was looked at")
  void missedCallCountsUntilItWasLookedAt() throws Exception {
    event("started").append();
    event("failed").at(30).with("code", 408).with("reason", "No Answer").append();
    journal.project();
    assertThat(kinds(bens)).containsExactly("missed");
    assertThat(kinds(annas)).containsExactly("outgoing");
    assertThat(Json.of(annas.json("/api/history")).at("/calls/0/reason")).isEqualTo("No answer");
    assertThat(missed(bens)).isEqualTo("1");
    assertThat(missed(annas)).isEqualTo("0");
    bens.get("/history").andExpect(status().isOk()).andExpect(view().name("history/history"));
    assertThat(missed(bens)).isEqualTo("0");
  }

  @Test
  @DisplayName("W07 Both histories show a call to somebody who is nowhere registered")
  void unreachablePersonMissedIt() throws Exception {
    event("started").append();
    event("failed").at(0.01).with("code", 480).append();
    journal.project();
    assertThat(kinds(annas)).containsExactly("failed");
    assertThat(kinds(bens)).containsExactly("missed");
  }

  @Test
  @DisplayName("W09 A declined call is declined for both; a cancelled one is missed")
  void declinedAndCancelled() throws Exception {
    event("started").append();
    event("failed").at(2).with("code", 603).append();
    String other = TestJournal.fresh();
    journal.call(other, "started").between(anna.user(), ben.user()).at(60).append();
    journal
        .call(other, "failed")
        .between(anna.user(), ben.user())
        .at(65)
        .with("code", 487)
        .with("detail", "caller")
        .append();
    journal.project();
    assertThat(kinds(annas)).containsExactly("outgoing", "declined");
    assertThat(kinds(bens)).containsExactly("missed", "declined");
  }

  @Test
  void callToNobodyIsInTheCallersHistoryUnderTheDialledName() throws Exception {
    String nobody = "nobody-" + callId.substring(0, 8);
    journal.call(callId, "started").between(anna.user(), nobody).append();
    journal.call(callId, "failed").between(anna.user(), nobody).with("code", 404).append();
    journal.project();
    Json hers = Json.of(annas.json("/api/history"));
    assertThat(hers.each("/calls", "kind")).containsExactly("failed");
    assertThat(hers.at("/calls/0/name")).isEqualTo(nobody);
    assertThat(hers.at("/calls/0/reason")).isEqualTo("No such person");
  }

  @Test
  void orderOfArrivalDoesNotMatter() throws Exception {
    event("ended").at(20).with("detail", "caller").append();
    event("answered").at(5).with("device", bens.device()).append();
    event("ringing").at(1).append();
    event("started").append();
    journal.project();
    Json his = Json.of(bens.json("/api/history"));
    assertThat(his.each("/calls", "kind")).containsExactly("incoming");
    assertThat(his.at("/calls/0/durationSeconds")).isEqualTo("15");
    assertThat(his.at("/calls/0/startedAt")).isEqualTo(TestJournal.START.toString());
  }

  @Test
  void callThatGoesOnHasNoLengthYet() throws Exception {
    event("started").append();
    event("answered").at(5).with("device", bens.device()).append();
    journal.project();
    Json his = Json.of(bens.json("/api/history"));
    assertThat(his.node().at("/calls/0/durationSeconds").isNull()).isTrue();
    assertThat(his.at("/calls/0/reason")).isEqualTo("In progress");
  }

  @Test
  void historyIsPagedAndFilteredByKindAndPerson() throws Exception {
    SignedIn cleo = people.employee("cleo");
    for (int i = 0; i < 6; i++) {
      String id = TestJournal.fresh();
      SignedIn from = i % 2 == 0 ? anna : cleo;
      journal.call(id, "started").between(from.user(), ben.user()).at(i).append();
      journal.call(id, "failed").between(from.user(), ben.user()).at(i).with("code", 408).append();
    }
    journal.project();
    Json first = Json.of(bens.json("/api/history?limit=4"));
    assertThat(first.each("/calls", "user"))
        .containsExactly(cleo.user(), anna.user(), cleo.user(), anna.user());
    Json second = Json.of(bens.json("/api/history?limit=4&before=" + first.at("/next")));
    assertThat(second.each("/calls", "user")).containsExactly(cleo.user(), anna.user());
    assertThat(second.node().at("/next").isNull()).isTrue();
    assertThat(
            Json.of(bens.json("/api/history?kind=missed&person={p}", cleo.user()))
                .each("/calls", "user"))
        .containsOnly(cleo.user())
        .hasSize(3);
  }

  @Test
  void senselessRequestsAreToldSo() throws Exception {
    annas.json("/api/history?kind=lost").andExpect(status().isBadRequest());
    for (String cursor : List.of("x", "1", "-", "5-x", "99999999999999999999-1")) {
      annas.json("/api/history?before={c}", cursor).andExpect(status().isBadRequest());
    }
  }

  private TestJournal.Row event(String what) {
    return journal.call(callId, what).between(anna.user(), ben.user());
  }

  private static List<String> kinds(Browser browser) throws Exception {
    return Json.of(browser.json("/api/history")).each("/calls", "kind");
  }

  private static String missed(Browser browser) throws Exception {
    return Json.of(browser.json("/api/summary")).at("/missed");
  }
}
