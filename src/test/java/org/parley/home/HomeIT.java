package org.parley.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountService;
import org.parley.account.AccountStatus;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.parley.testing.TestSettings;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class HomeIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestJournal journal;
  @Autowired private AccountService accounts;

  @Test
  void firstPageShowsWhatIsRecent() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn ben = people.employee("ben");
    journal.accepted(ben.user(), anna.user(), TestJournal.fresh(), "hello").append();
    journal.project();
    browsers
        .signedIn(anna)
        .get("/")
        .andExpect(status().isOk())
        .andExpect(view().name("home/home"))
        .andExpect(model().attributeExists("conversations", "calls", "people"));
  }

  @Test
  void peopleAreFoundByNamePageByPageAndThoseWhoLeftAreNot() throws Exception {
    String word = "Zz" + TestJournal.fresh().substring(0, 6);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      SignedIn person = people.employee("zed");
      accounts.rename(person, i < 3 ? "Same " + word : "Other " + word + i);
      expected.add(person.user());
    }
    SignedIn gone = people.employee("zed");
    accounts.rename(gone, "Gone " + word);
    accounts.changeStatus(gone.username(), AccountStatus.DISABLED);

    Browser annas = browsers.signedIn(people.employee("anna"));
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      Json page = Json.of(annas.json("/api/people?q={q}&limit=2&after={after}", word, after));
      found.addAll(page.each("/people", "user"));
      after = page.node().at("/next").isNull() ? "" : page.at("/next");
    } while (!after.isEmpty());
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
    assertThat(Json.of(annas.json("/api/people?q={q}", word)).at("/people/0/address"))
        .startsWith("sip:")
        .endsWith("@" + TestSettings.DOMAIN);
  }

  @Test
  void pageOfPeopleBehindNobodyIsRefused() throws Exception {
    browsers
        .signedIn(people.employee("anna"))
        .json("/api/people?after=nobody-there")
        .andExpect(status().isBadRequest());
  }

  @Test
  void credentialOfThePhoneIsStoredNowhere() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser annas = browsers.signedIn(anna);
    ResultActions answer = annas.postJson("/api/phone/credential", "").andExpect(status().isOk());
    assertThat(answer.andReturn().getResponse().getHeader("Cache-Control")).contains("no-store");
    Json settings = Json.of(answer);
    assertThat(settings.at("/username")).matches("\\d+:" + anna.user() + ":[0-9a-f-]{36}");
    assertThat(settings.at("/address")).isEqualTo("sip:" + anna.user() + "@" + TestSettings.DOMAIN);
    assertThat(settings.at("/password")).hasSize(44);
    assertThat(settings.at("/deviceId")).isEqualTo(annas.device());
  }

  @Test
  void credentialsAreNotHandedOutWithoutEnd() throws Exception {
    Browser annas = browsers.signedIn(people.employee("anna"));
    int refused = 0;
    for (int i = 0; i < 70; i++) {
      if (annas.postJson("/api/phone/credential", "").andReturn().getResponse().getStatus()
          == 429) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
