package org.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.account.BrowserSessions;
import org.parley.account.DeviceService;
import org.parley.account.People;
import org.parley.account.SignInThrottle;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.TestPhonebook;
import org.parley.testing.TestSettings;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MvcResult;

@WebTest
class ProfileIT {
  private static final String NEXT = "a window in the harbour";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private People directory;
  @Autowired private DeviceService devices;
  @Autowired private DataSource dataSource;
  @Autowired private TestPhonebook phonebook;

  @Test
  void aNewNameIsWhatOthersSee() throws Exception {
    SignedIn anna = people.employee("anna");
    browsers
        .signedIn(anna)
        .post("/profile", "name", "  Anna Zoë Ångström ")
        .andExpect(redirectedUrl("/profile"));
    assertThat(directory.find(anna.user()).orElseThrow().name()).isEqualTo("Anna Zoë Ångström");
  }

  @Test
  void aNameThatWillNotDoComesBackWithItsError() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    for (String name : new String[] {"", " ", "x".repeat(121), "line\nbreak", "\u202egnp.exe"}) {
      browser
          .post("/profile", "name", name)
          .andExpect(status().isUnprocessableContent())
          .andExpect(model().attributeHasFieldErrors("profileForm", "name"));
    }
  }

  @Test
  void aNewPasswordSignsOtherBrowsersOut() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser here = browsers.signedIn(anna);
    Browser elsewhere = browsers.signedIn(anna);
    here.post("/profile/security/password", "current", TestPeople.PASSWORD, "next", NEXT)
        .andExpect(redirectedUrl("/profile/security"));
    here.get("/profile").andExpect(status().isOk());
    elsewhere.get("/profile").andExpect(redirectedUrl("/login"));
    browsers.open().signIn(anna.username(), NEXT).andExpect(redirectedUrl("/"));
  }

  @Test
  void aNewPasswordNeedsTheCurrentOneAndFollowsTheRules() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    browser
        .post("/profile/security/password", "current", "not that one", "next", NEXT)
        .andExpect(status().isUnprocessableContent())
        .andExpect(model().attributeHasFieldErrors("passwordForm", "current"));
    browser
        .post("/profile/security/password", "current", TestPeople.PASSWORD, "next", "short")
        .andExpect(model().attributeHasFieldErrors("passwordForm", "next"));
  }

  @Test
  void theCurrentPasswordCannotBeGuessedHere() throws Exception {
    Browser browser = browsers.signedIn(people.employee("anna"));
    for (int i = 0; i < SignInThrottle.PAIR_LIMIT; i++) {
      browser
          .post("/profile/security/password", "current", "guess " + i, "next", NEXT)
          .andExpect(status().isUnprocessableContent());
    }
    browser
        .post("/profile/security/password", "current", TestPeople.PASSWORD, "next", NEXT)
        .andExpect(status().isTooManyRequests());
  }

  @Test
  void aDeskPhoneGetsAPasswordThatTheSipCoreKnowsAsHa1() throws Exception {
    SignedIn anna = people.employee("anna");
    MvcResult answer =
        browsers
            .signedIn(anna)
            .post("/profile/devices", "label", "Kitchen")
            .andExpect(view().name("profile/devices"))
            .andReturn();
    Map<String, Object> shown = Objects.requireNonNull(answer.getModelAndView()).getModel();
    String user =
        ((DeviceService.NewDevice) Objects.requireNonNull(shown.get("newDevice"))).authUser();
    String expected = md5(user + ":" + TestSettings.DOMAIN + ":" + shown.get("newDevicePassword"));
    Map<String, Object> row = row(user);
    assertThat(row.get("ha1")).isEqualTo(expected);
    assertThat(row.get("sip_user")).isEqualTo(anna.user());
    assertThat(isEnabled(user)).isTrue();
  }

  @Test
  void browsersAreListedAndSignedOutByTheirOwnerAlone() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser here = browsers.signedIn(anna);
    Browser there = browsers.signedIn(anna);
    here.get("/profile");
    there.get("/profile");
    List<BrowserSessions.View> list = listed(here);
    assertThat(list).hasSize(2).allMatch(view -> view.address().equals("127.0.0.1"));
    assertThat(list.stream().filter(BrowserSessions.View::here)).hasSize(1);
    String other = list.stream().filter(view -> !view.here()).findFirst().orElseThrow().id();

    browsers
        .signedIn(people.employee("mallory"))
        .post("/profile/devices/browsers/" + other + "/end")
        .andExpect(status().isNotFound());
    there.get("/profile").andExpect(status().isOk());
    here.post("/profile/devices/browsers/" + other + "/end")
        .andExpect(redirectedUrl("/profile/devices"));
    there.get("/profile").andExpect(redirectedUrl("/login"));

    Browser third = browsers.signedIn(anna);
    here.post("/profile/devices/browsers/end-others").andExpect(redirectedUrl("/profile/devices"));
    third.get("/profile").andExpect(redirectedUrl("/login"));
    assertThat(listed(here)).hasSize(1);
  }

  @SuppressWarnings("unchecked")
  private static List<BrowserSessions.View> listed(Browser browser) throws Exception {
    MvcResult page = browser.get("/profile/devices").andReturn();
    return (List<BrowserSessions.View>)
        Objects.requireNonNull(
            Objects.requireNonNull(page.getModelAndView()).getModel().get("browsers"));
  }

  @Test
  void aDeskPhoneIsShutOutByItsOwnerAlone() throws Exception {
    SignedIn anna = people.employee("anna");
    String user = devices.add(anna.username(), "Kitchen").authUser();
    long id = devices.list(anna).get(0).id();
    browsers
        .signedIn(people.employee("mallory"))
        .post("/profile/devices/" + id + "/revoke")
        .andExpect(status().isNotFound());
    assertThat(isEnabled(user)).isTrue();
    browsers
        .signedIn(anna)
        .post("/profile/devices/" + id + "/revoke")
        .andExpect(redirectedUrl("/profile/devices"));
    assertThat(isEnabled(user)).isFalse();
    assertThat(devices.list(anna)).isEmpty();
  }

  private Map<String, Object> row(String authUser) {
    return new JdbcTemplate(dataSource)
        .queryForMap("select * from kamailio_device where auth_user = ?", authUser);
  }

  private boolean isEnabled(String authUser) {
    return Integer.valueOf(1)
        .equals(
            new JdbcTemplate(dataSource)
                .queryForObject(
                    "select enabled from kamailio_device where auth_user = ?",
                    Integer.class,
                    authUser));
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatSomebodyTellsIsSeenByWhomItIsFor() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn boss = people.employee("boss");
    Browser hers = browsers.signedIn(anna);
    hers.post(
            "/profile",
            "name",
            "Anna",
            "statusText",
            "On holiday",
            "statusUntil",
            "2999-05-03",
            "about",
            "Plays chess.",
            "aboutFor",
            "NOBODY",
            "job",
            "Engineer",
            "manager",
            boss.user(),
            "country",
            "DE",
            "place",
            "Berlin",
            "placeFor",
            "CONTACTS",
            "phones",
            "030 901820",
            "phoneKinds",
            "work",
            "links",
            "https://example.org/anna",
            "linkLabels",
            "")
        .andExpect(redirectedUrl("/profile"));
    Map<String, Object> seen =
        Objects.requireNonNull(
                browsers
                    .signedIn(boss)
                    .get("/people/" + anna.user())
                    .andExpect(status().isOk())
                    .andReturn()
                    .getModelAndView())
            .getModel();
    assertThat(seen.get("job")).isEqualTo("Engineer");
    assertThat(seen.get("statusText")).isEqualTo("On holiday");
    assertThat(seen.get("about")).isNull();
    assertThat(seen.get("place")).isNull();
    assertThat(seen.get("country")).isNull();
    assertThat(seen.get("phones")).asString().contains("+4930901820", "+49 30 901820");
    assertThat(seen.get("links")).asString().contains("example.org");
    assertThat(seen.get("manager")).asString().contains(boss.user());
    // Nobody reports to whom they lead, however many stand between.
    SignedIn chief = people.employee("chief");
    Browser boses = browsers.signedIn(boss);
    boses
        .post("/profile", "name", "Boss", "manager", anna.user())
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            model().attributeHasFieldErrorCode("profileForm", "manager", "profile.manager.cycle"));
    boses
        .post("/profile", "name", "Boss", "manager", chief.user())
        .andExpect(redirectedUrl("/profile"));
    browsers
        .signedIn(chief)
        .post("/profile", "name", "Chief", "manager", anna.user())
        .andExpect(
            model().attributeHasFieldErrorCode("profileForm", "manager", "profile.manager.cycle"));
    hers.get("/profile")
        .andExpect(model().attribute("profileForm", org.hamcrest.Matchers.notNullValue()));
  }

  @Test
  void aStatusIsOverWithItsLastDay() throws Exception {
    SignedIn anna = people.employee("anna");
    browsers
        .signedIn(anna)
        .post("/profile", "name", "Anna", "statusText", "On holiday", "statusUntil", "2020-05-03")
        .andExpect(redirectedUrl("/profile"));
    browsers
        .signedIn(people.employee("bob"))
        .get("/people/" + anna.user())
        .andExpect(model().attributeDoesNotExist("statusText"));
  }

  @Test
  void whatWillNotDoIsSaidBesideItsField() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    String[][] wrong = {
      {"phones", "call me"},
      {"links", "javascript:alert(1)"},
      {"links", "http://example.org"},
      {"links", "https://user@example.org"},
      {"manager", "nobody-there"},
      {"manager", anna.user()},
      {"country", "XX"},
      {"statusUntil", "tomorrow"},
      {"statusUntil", "2026-02-31"},
      {"job", "x".repeat(121)},
      {"aboutFor", "ENEMIES"},
    };
    for (String[] field : wrong) {
      browser
          .post("/profile", "name", "Anna", field[0], field[1])
          .andExpect(status().isUnprocessableContent())
          .andExpect(model().attributeHasFieldErrors("profileForm", field[0]));
    }
  }

  @Test
  void aPictureIsShownToColleaguesAndKeptByTheirBrowsers() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser hers = browsers.signedIn(anna);
    hers.postFile("/api/profile/picture", "image/png", PictureMakerTest.picture("png", 300, 200))
        .andExpect(status().isOk());
    String picture = directory.find(anna.user()).orElseThrow().picture();
    String address = "/people/" + anna.user() + "/picture/" + picture + "/small";
    Browser others = browsers.signedIn(people.employee("bob"));
    String tag =
        others
            .get(address)
            .andExpect(status().isOk())
            .andExpect(
                org.springframework.test.web.servlet.result.MockMvcResultMatchers.header()
                    .string("Cache-Control", "private, max-age=31536000, immutable"))
            .andReturn()
            .getResponse()
            .getHeader("ETag");
    others
        .jsonWith("If-None-Match", String.valueOf(tag), address)
        .andExpect(status().isNotModified());
    others.get(address.replace("small", "huge")).andExpect(status().isNotFound());
    hers.delete("/api/profile/picture").andExpect(status().isNoContent());
    others.get(address).andExpect(status().isNotFound());
    hers.postFile("/api/profile/picture", "image/png", new byte[] {1, 2, 3})
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void whatIsForContactsIsSeenByWhomTheOwnerHasInTheirPhonebook() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn ben = people.employee("ben");
    SignedIn cleo = people.employee("cleo");
    browsers
        .signedIn(anna)
        .post("/profile", "name", "Anna", "job", "Engineer", "workFor", "CONTACTS")
        .andExpect(redirectedUrl("/profile"));
    phonebook.add(anna, ben);
    // Whoever adds the owner learns nothing by it.
    phonebook.add(cleo, anna);
    browsers
        .signedIn(ben)
        .get("/people/" + anna.user())
        .andExpect(model().attribute("job", "Engineer"));
    browsers
        .signedIn(cleo)
        .get("/people/" + anna.user())
        .andExpect(model().attribute("job", org.hamcrest.Matchers.nullValue()));
  }
}
