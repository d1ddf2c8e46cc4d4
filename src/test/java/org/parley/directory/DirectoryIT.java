package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountService;
import org.parley.account.AccountStatus;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people find of one another, and what not. */
@WebTest
class DirectoryIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private AccountService accounts;
  @Autowired private PeopleKeeper keeper;
  @Autowired private DataSource dataSource;

  // A word that nobody else has, of letters alone.
  private final String word =
      "q" + TestJournal.fresh().replaceAll("[^a-z]", "").concat("xyzwvu").substring(0, 6);
  private SignedIn jurgen;
  private SignedIn anna;

  @BeforeEach
  void somebodyTells() throws Exception {
    keeper.step();
    jurgen = people.employee("jm");
    anna = people.employee("anna");
    accounts.rename(jurgen, "Jürgen " + word + "müller");
    tell("EVERYONE", "EVERYONE");
  }

  @AfterEach
  void asBefore() {
    keeper.destroy();
  }

  private void tell(String workFor, String placeFor) throws Exception {
    browsers
        .signedIn(jurgen)
        .post(
            "/profile",
            "name",
            "Jürgen " + word + "müller",
            "job",
            word + "baker",
            "department",
            word + "kitchen",
            "skills",
            "Sourdough, " + word + "yeast",
            "place",
            word + "town",
            "region",
            word + "region",
            "country",
            "CH",
            "workFor",
            workFor,
            "placeFor",
            placeFor)
        .andExpect(status().is3xxRedirection());
    keeper.step();
  }

  private List<String> found(Browser browser, String text, String... filter) throws Exception {
    String more = filter.length == 0 ? "" : "&" + filter[0] + "={value}";
    Object[] values = filter.length == 0 ? new Object[] {text} : new Object[] {text, filter[1]};
    return Json.of(browser.json("/api/people?q={q}" + more, values)).each("/people", "user");
  }

  @Test
  void somebodyIsFoundByAnyPartOfWhatTheyTellAndMistakesAreForgiven() throws Exception {
    Browser annas = browsers.signedIn(anna);
    for (String text :
        List.of(
            word + "muller",
            "jurgen " + word,
            "juergen " + word + "mueller",
            word.substring(1) + "mul",
            "jurgne " + word + "muller",
            word + "bakre",
            word + "kitchen",
            word + "yeast",
            word + "town",
            word + "baker switzerland",
            jurgen.user(),
            "sip:" + jurgen.user())) {
      assertThat(found(annas, text)).as(text).contains(jurgen.user());
    }
    assertThat(found(annas, word + "baker norway")).isEmpty();
    assertThat(found(annas, word, "country", "CH")).containsExactly(jurgen.user());
    assertThat(found(annas, word, "country", "DE")).isEmpty();
    assertThat(found(annas, "", "department", word + "kitchen")).containsExactly(jurgen.user());
    assertThat(found(annas, "", "region", word + "region")).containsExactly(jurgen.user());
    Json first = Json.of(annas.json("/api/people?q={q}", word));
    assertThat(first.at("/people/0/job")).isEqualTo(word + "baker");
    assertThat(first.at("/people/0/skills")).contains("yeast");
    assertThat(first.at("/total")).isEqualTo("1");
  }

  @Test
  void whatIsHiddenIsNeitherFoundNorShownNorChosen() throws Exception {
    tell("NOBODY", "CONTACTS");
    Browser annas = browsers.signedIn(anna);
    for (String text :
        List.of(word + "baker", word + "kitchen", word + "yeast", word + "town", "itchen")) {
      assertThat(found(annas, text)).as(text).doesNotContain(jurgen.user());
    }
    assertThat(found(annas, "", "region", word + "region")).isEmpty();
    assertThat(found(annas, "", "department", word + "kitchen")).isEmpty();
    Json shown = Json.of(annas.json("/api/people?q={q}", word + "muller"));
    assertThat(shown.each("/people", "user")).containsExactly(jurgen.user());
    assertThat(shown.node().at("/people/0/job").isNull()).isTrue();
    assertThat(shown.node().at("/people/0/place").isNull()).isTrue();
    assertThat(Json.of(annas.json("/api/directory/choices?country=CH")).node().toString())
        .doesNotContain(word);

    new JdbcTemplate(dataSource)
        .update(
            "insert into contact (owner_id, person_id, name, sort_name, search_text, created_at,"
                + " updated_at) values (?, ?, 'Anna', 'anna', 'anna', utc_timestamp(6),"
                + " utc_timestamp(6))",
            jurgen.id(),
            anna.id());
    assertThat(found(annas, word + "town")).containsExactly(jurgen.user());
    assertThat(found(annas, "", "region", word + "region")).containsExactly(jurgen.user());
    assertThat(found(annas, word + "baker")).isEmpty();
    assertThat(Json.of(annas.json("/api/people?q={q}", word + "town")).at("/people/0/place"))
        .isEqualTo(word + "town");
    assertThat(found(browsers.signedIn(people.employee("ben")), word + "town")).isEmpty();
  }

  @Test
  void signInNameAndMailAddressAreFoundByAdministratorsAlone() throws Exception {
    accounts.rename(anna, "Someone " + word);
    keeper.step();
    String email = TestPeople.email(jurgen);
    Browser annas = browsers.signedIn(anna);
    Browser roots = browsers.signedIn(people.admin("root"));
    assertThat(found(annas, email)).isEmpty();
    assertThat(found(roots, email)).contains(jurgen.user());
  }

  @Test
  void whoLeavesIsFoundNoMoreAndWhoComesIsFoundAtOnce() throws Exception {
    Browser annas = browsers.signedIn(anna);
    accounts.changeStatus(jurgen.username(), AccountStatus.DISABLED);
    assertThat(found(annas, word)).isEmpty();
    keeper.step();
    assertThat(found(annas, word)).isEmpty();
    SignedIn next = people.employee("next");
    accounts.rename(next, "Next " + word);
    keeper.step();
    assertThat(found(annas, word)).containsExactly(next.user());
  }

  @Test
  void whoWasRemovedOutrightIsForgottenOnceTheyAreMissed() throws Exception {
    SignedIn gone = people.employee("gone");
    accounts.rename(gone, "Gone " + word);
    keeper.step();
    Browser annas = browsers.signedIn(anna);
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.update("delete from account_term where account_id = ?", gone.id());
    jdbc.update("delete from account where id = ?", gone.id());
    assertThat(found(annas, word)).containsExactly(jurgen.user());
    keeper.step();
    assertThat(Json.of(annas.json("/api/people?q={q}", word)).at("/total")).isEqualTo("1");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapsOrRepeats() throws Exception {
    List<String> expected = new ArrayList<>(List.of(jurgen.user()));
    for (int i = 0; i < 5; i++) {
      SignedIn person = people.employee("zed");
      accounts.rename(person, (i < 3 ? "Same " : "Other " + i + " ") + word);
      expected.add(person.user());
    }
    keeper.step();
    Browser annas = browsers.signedIn(anna);
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      Json page = Json.of(annas.json("/api/people?q={q}&limit=2&after={after}", word, after));
      seen.addAll(page.each("/people", "user"));
      after = page.node().at("/next").isNull() ? "" : page.at("/next");
    } while (!after.isEmpty());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
  }

  @Test
  void strangeQuestionsAreAnsweredOrRefusedButNeverFail() throws Exception {
    Browser annas = browsers.signedIn(anna);
    for (String text : List.of("%", "*", "\"", "\\", "a:b OR c", "ﷺ", "😀", "___", "\u0000x")) {
      annas.json("/api/people?q={q}", text).andExpect(status().isOk());
    }
    annas.json("/api/people?q={q}", "a".repeat(121)).andExpect(status().isBadRequest());
    annas.json("/api/people?after=nonsense").andExpect(status().isBadRequest());
    annas.json("/api/people?limit=100000").andExpect(status().isOk());
  }

  @Test
  void nobodySearchesWithoutEnd() throws Exception {
    Browser bens = browsers.signedIn(people.employee("ben"));
    int refused = 0;
    for (int i = 0; i < 150; i++) {
      if (bens.json("/api/people?q=zzzz").andReturn().getResponse().getStatus() == 429) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void thePageOffersWhatPeopleCanBeFilteredBy() throws Exception {
    browsers
        .signedIn(anna)
        .get("/directory?country=CH")
        .andExpect(status().isOk())
        .andExpect(view().name("directory/directory"))
        .andExpect(model().attributeExists("countries", "regions", "departments"));
  }
}
