package org.parley.phonebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountService;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.Reads;
import org.parley.testing.TestPeople;
import org.parley.testing.TestPhonebook;
import org.parley.testing.TestSettings;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WebTest
class PhonebookIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private TestPhonebook test;
  @Autowired private PhonebookService phonebook;
  @Autowired private AccountService accounts;
  @Autowired private Contacts lookup;
  @Autowired private Reads reads;
  @Autowired private DataSource dataSource;

  private SignedIn anna;
  private SignedIn ben;
  private Browser annas;

  @BeforeEach
  void signIn() throws Exception {
    anna = people.employee("anna");
    ben = people.employee("ben");
    annas = browsers.signedIn(anna);
  }

  @Test
  void aColleagueIsAddedOnceAndKeepsTheNameOfTheirAccount() throws Exception {
    Json added = addPerson(ben);
    assertThat(added.at("/isNew")).isEqualTo("true");
    assertThat(addPerson(ben).at("/isNew")).isEqualTo("false");
    Json list = list("");
    assertThat(list.each("/contacts", "user")).containsExactly(ben.user());
    assertThat(list.at("/contacts/0/address")).isEqualTo(ben.user());
    assertThat(lookup.has(anna.id(), ben.id())).isTrue();

    accounts.rename(ben, "Zacharias Ångström");
    assertThat(list("?q=angstrom").each("/contacts", "name")).containsExactly("Zacharias Ångström");
    annas
        .postJson("/api/phonebook", "{\"user\":\"nobody-there\"}")
        .andExpect(status().isNotFound());
  }

  @Test
  void somebodyOutsideIsWrittenFoundChangedAndRemoved() throws Exception {
    String at =
        redirect(
            annas.post(
                "/phonebook/new",
                "name",
                "Zoë Müller",
                "organisation",
                "Zoo",
                "notes",
                "met in Berlin",
                "kinds",
                "TEL",
                "values",
                "+49 30 90 18 20",
                "labels",
                "desk",
                "kinds",
                "SIP",
                "values",
                "sip:Zoe@Example.org",
                "labels",
                "",
                "newGroup",
                "Friends"));
    String id = at.substring(at.lastIndexOf('/') + 1);
    Json view = Json.of(annas.json("/api/phonebook/" + id));
    assertThat(view.at("/row/name")).isEqualTo("Zoë Müller");
    assertThat(view.at("/row/address")).isEqualTo("zoe@example.org");
    assertThat(view.each("/addresses", "normalised"))
        .containsExactly("+4930901820", "zoe@example.org");
    assertThat(view.at("/notes")).isEqualTo("met in Berlin");
    assertThat(view.each("/groups", "name")).containsExactly("Friends");
    for (String words : List.of("zoe", "muller", "mueller", "ULL", "zoo", "901820", "zoe mul")) {
      assertThat(search(words).each("/contacts", "id")).as(words).containsExactly(id);
    }
    for (String words : List.of("nobody", "%", "_", "berlin")) {
      assertThat(search(words).each("/contacts", "id")).as(words).isEmpty();
    }
    String group = view.at("/groups/0/id");
    assertThat(list("?group=" + group).each("/contacts", "id")).containsExactly(id);
    assertThat(list("?favourites=true").each("/contacts", "id")).isEmpty();
    annas
        .postJson("/api/phonebook/" + id + "/favourite", "{\"favourite\":true}")
        .andExpect(status().isNoContent());
    assertThat(list("?favourites=true").each("/contacts", "id")).containsExactly(id);
    // A number finds them where it is shown.
    assertThat(Json.of(annas.json("/api/phonebook/state?who={who}", "+4930901820")).at("/contact"))
        .isEqualTo(id);

    annas
        .post(
            "/phonebook/" + id + "/edit", "name", "Zoë Maier", "kinds", "EMAIL", "values", "z@b.de")
        .andExpect(redirectedUrl("/phonebook/" + id));
    Json changed = Json.of(annas.json("/api/phonebook/" + id));
    assertThat(changed.at("/row/name")).isEqualTo("Zoë Maier");
    assertThat(changed.each("/addresses", "kind")).containsExactly("EMAIL");
    assertThat(changed.at("/row/favourite")).isEqualTo("false");
    assertThat(list("?q=muller").each("/contacts", "id")).isEmpty();

    annas.delete("/api/phonebook/" + id).andExpect(status().isNoContent());
    annas.get("/phonebook/" + id).andExpect(status().isNotFound());
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndTheRestIsKept() throws Exception {
    annas
        .post("/phonebook/new", "name", " ", "kinds", "SIP", "values", "not an address")
        .andExpect(status().isUnprocessableContent())
        .andExpect(model().attributeHasFieldErrors("contactForm", "name", "values"));
    annas
        .post("/phonebook/new", "name", "x".repeat(121))
        .andExpect(model().attributeHasFieldErrors("contactForm", "name"));
  }

  @Test
  void theSipAddressOfAColleagueIsTheColleague() throws Exception {
    redirect(
        annas.post(
            "/phonebook/new",
            "name",
            "Whoever",
            "kinds",
            "SIP",
            "values",
            ben.user() + "@" + TestSettings.DOMAIN,
            "notes",
            "sits upstairs"));
    assertThat(list("").each("/contacts", "user")).containsExactly(ben.user());
    assertThat(list("").each("/contacts", "name")).containsExactly(ben.name());
  }

  @Test
  void everyPageOfALongPhonebookShowsEverybodyOnce() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      expected.add(Long.toString(test.add(anna, "Same Name")));
    }
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      Json page = list("?limit=10&after=" + after);
      found.addAll(page.each("/contacts", "id"));
      after = page.node().at("/next").isNull() ? "" : page.at("/next");
    } while (!after.isEmpty());
    assertThat(found).isEqualTo(expected);
    annas.json("/api/phonebook?after=nonsense").andExpect(status().isBadRequest());
  }

  @Test
  void fiveHundredContactsCostAsManyQueriesAsFew() throws Exception {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String name = "contact %03d".formatted(i);
      rows.add(new Object[] {anna.id(), name, name, name});
    }
    jdbc.batchUpdate(
        "insert into contact (owner_id, name, sort_name, search_text, created_at, updated_at)"
            + " values (?, ?, ?, ?, utc_timestamp(6), utc_timestamp(6))",
        rows);
    jdbc.update(
        "insert into contact_address (contact_id, owner_id, position, kind, value, normalised)"
            + " select id, owner_id, 0, 'TEL', concat('+4930', id), concat('+4930', id) from"
            + " contact where owner_id = ?",
        anna.id());
    test.add(anna, ben);
    long few = statements(10);
    assertThat(phonebook.list(anna, PhonebookService.Question.ALL, "", 500).items()).hasSize(500);
    assertThat(statements(500)).isEqualTo(few).isLessThanOrEqualTo(6);
  }

  private long statements(int limit) {
    return reads.statementsDuring(
        () -> phonebook.list(anna, PhonebookService.Question.ALL, "", limit));
  }

  @Test
  void groupsHaveNamesOfTheirOwnAndLeaveContactsBehind() throws Exception {
    annas
        .post("/phonebook/groups", "name", " Friends ")
        .andExpect(redirectedUrl("/phonebook/groups"));
    annas.post("/phonebook/groups", "name", "Work");
    Json groups = list("");
    assertThat(groups.each("/groups", "name")).containsExactly("Friends", "Work");
    String id = groups.at("/groups/0/id");
    annas.post("/phonebook/groups/" + id, "name", "work");
    annas.post("/phonebook/groups/" + id, "name", "");
    assertThat(list("").each("/groups", "name")).containsExactly("Friends", "Work");
    annas.post("/phonebook/groups/" + id, "name", "Pals");
    assertThat(list("").each("/groups", "name")).containsExactly("Pals", "Work");
    redirect(annas.post("/phonebook/new", "name", "Zoë", "groups", id));
    annas.post("/phonebook/groups/" + id + "/remove");
    assertThat(list("").each("/groups", "name")).containsExactly("Work");
    assertThat(list("").each("/contacts", "name")).containsExactly("Zoë");
    // Somebody else's group takes nobody in.
    String theirs = Json.of(annas.json("/api/phonebook")).at("/groups/0/id");
    Browser bens = browsers.signedIn(ben);
    redirect(bens.post("/phonebook/new", "name", "Ida", "groups", theirs));
    assertThat(list("").at("/groups/0/size")).isEqualTo("0");
  }

  @Test
  void colleaguesAndAddressesAreBlockedOnceAndHeardAgain() throws Exception {
    annas
        .postJson("/api/phonebook/blocks", "{\"who\":\"" + ben.user() + "\"}")
        .andExpect(status().isOk());
    Json state = Json.of(annas.json("/api/phonebook/state?who=" + ben.user()));
    assertThat(state.node().at("/block").isNull()).isFalse();
    assertThat(lookup.blocks(anna.id(), ben.id())).isTrue();
    assertThat(lookup.blocks(ben.id(), anna.id())).isFalse();
    for (int i = 0; i < 2; i++) {
      annas.post("/phonebook/blocked", "who", "+49 30 901820");
      annas.post("/phonebook/blocked", "who", "Spam@Example.org");
    }
    for (String who : List.of("", "nobody at all", anna.user())) {
      annas
          .postJson("/api/phonebook/blocks", "{\"who\":\"" + who + "\"}")
          .andExpect(status().isBadRequest());
    }
    assertThat(
            new JdbcTemplate(dataSource)
                .queryForList(
                    "select normalised from contact_block where owner_id = ? and person_id is null"
                        + " order by id",
                    String.class,
                    anna.id()))
        .containsExactly("+4930901820", "spam@example.org");
    annas.delete("/api/phonebook/blocks/" + state.at("/block")).andExpect(status().isNoContent());
    assertThat(lookup.blocks(anna.id(), ben.id())).isFalse();
  }

  @Test
  void whateverChangesIsToldToTheOwnersOpenBrowsersAndNobodyElse() throws Exception {
    String id = addPerson(ben).at("/id");
    annas.postJson("/api/phonebook/" + id + "/favourite", "{\"favourite\":true}");
    annas.post("/phonebook/groups", "name", "Friends");
    annas.post("/phonebook/blocked", "who", ben.user());
    annas.delete("/api/phonebook/" + id);
    assertThat(told(anna)).isEqualTo(5);
    assertThat(told(ben)).isZero();
  }

  private int told(SignedIn person) {
    return Objects.requireNonNull(
        new JdbcTemplate(dataSource)
            .queryForObject(
                "select count(*) from push_event where type = 'phonebook' and account_id = ?",
                Integer.class,
                person.id()));
  }

  private Json addPerson(SignedIn person) throws Exception {
    return Json.of(
        annas
            .postJson("/api/phonebook", "{\"user\":\"" + person.user() + "\"}")
            .andExpect(status().isOk()));
  }

  private Json list(String query) throws Exception {
    return Json.of(annas.json("/api/phonebook" + query).andExpect(status().isOk()));
  }

  private Json search(String words) throws Exception {
    return Json.of(annas.json("/api/phonebook?q={q}", words).andExpect(status().isOk()));
  }

  private static String redirect(org.springframework.test.web.servlet.ResultActions answer)
      throws Exception {
    return Objects.requireNonNull(
        answer.andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl());
  }
}
