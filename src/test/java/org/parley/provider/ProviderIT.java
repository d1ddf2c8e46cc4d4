package org.parley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.account.AccountService;
import org.parley.account.AccountStatus;
import org.parley.account.RateLimits;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.TestProviders;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WebTest
class ProviderIT {
  private static final Pattern LINK = Pattern.compile("/login/provider/link\\?token=([\\w-]+)");

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private AccountService accounts;
  @Autowired private DataSource dataSource;

  private final TestProviders providers = TestProviders.running();
  private final String subject = UUID.randomUUID().toString();
  private final String email = "zoe." + subject.substring(0, 8) + "@example.org";

  @AfterEach
  void allIsWell() {
    providers.behave(TestProviders.Mood.WELL);
  }

  @Test
  void theButtonsLeadToWhatIsSetUp() throws Exception {
    Map<String, Object> model =
        Objects.requireNonNull(browsers.open().get("/login").andReturn().getModelAndView())
            .getModel();
    assertThat(String.valueOf(model.get("providers"))).contains("Google", "Facebook", "Example ID");
  }

  @Test
  void theOrganisationsOwnPeopleAreInAtOnceAndCanUseThePhone() throws Exception {
    providers.tell(
        "oidc",
        subject,
        Map.of(
            "email",
            email,
            "email_verified",
            true,
            "name",
            "Zoë Zander",
            "picture",
            "https://pictures.example.org/zoe.jpg"));
    Browser browser = browsers.open();
    comeIn(browser, "oidc", "/");
    browser.get("/profile").andExpect(status().isOk());
    browser.postJson("/api/phone/credential", "{}").andExpect(status().isOk());
    browser.get("/profile/security").andExpect(status().isOk());
    browser.post("/profile/devices", "label", "Desk").andExpect(status().isOk());
    Map<String, Object> row = account();
    assertThat(row.get("display_name")).isEqualTo("Zoë Zander");
    assertThat(row.get("password_hash")).isNull();
    assertThat(username()).isEqualTo("zoe." + subject.substring(0, 8));
    assertThat(wishedPicture()).containsExactly("https://pictures.example.org/zoe.jpg");
    jdbc().update("delete from picture_wish where account_id = ?", account().get("id"));

    providers.tell(
        "oidc", subject, Map.of("name", "Renamed Over There", "picture", "https://x.example/2"));
    comeIn(browsers.open(), "oidc", "/");
    assertThat(wishedPicture()).isEmpty();
    assertThat(account().get("display_name")).isEqualTo("Zoë Zander");
  }

  @Test
  void strangersFromGoogleWaitForApproval() throws Exception {
    providers.tell(
        "google",
        subject,
        Map.of(
            "email",
            email,
            "email_verified",
            true,
            "picture",
            "https://lh3.googleusercontent.com/a/abc=s96-c"));
    comeIn(browsers.open(), "google", "/login?provider=pending");
    assertThat(wishedPicture()).containsExactly("https://lh3.googleusercontent.com/a/abc=s512-c");
    accounts.changeStatus(username(), AccountStatus.ACTIVE);
    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    comeIn(browsers.open(), "google", "/");
  }

  @Test
  void facebookIsAskedWhoItIs() throws Exception {
    providers.tell(
        "facebook",
        subject,
        Map.of(
            "id",
            subject,
            "name",
            "Fay",
            "email",
            email,
            "picture",
            Map.of("data", Map.of("url", "https://fb.example.org/fay", "is_silhouette", false))));
    comeIn(browsers.open(), "facebook", "/login?provider=pending");
    assertThat(wishedPicture()).containsExactly("https://fb.example.org/fay");
    assertThat(account().get("display_name")).isEqualTo("Fay");
  }

  @Test
  void facebookWithoutAnAddressAsksForOneAndVerifiesIt() throws Exception {
    providers.tell("facebook", subject, Map.of("id", subject, "name", "Fay"));
    Browser browser = browsers.open();
    comeIn(browser, "facebook", "/login/provider");
    browser.get("/login/provider").andExpect(status().isOk());
    browser
        .post("/login/provider/mail", "email", "no address")
        .andExpect(status().isUnprocessableContent());
    browser.post("/login/provider/mail", "email", email).andExpect(status().isOk());
    assertThat(accountsWithAddress()).isZero();
    String token = mailedToken();

    browsers
        .open()
        .get("/login/provider/link?token=" + token)
        .andExpect(redirectedUrl("/login?provider=elsewhere"));
    browser.get("/login/provider/link?token=" + token).andExpect(status().isOk());
    browser
        .post("/login/provider/link", "token", token)
        .andExpect(redirectedUrl("/login?provider=pending"));
    assertThat(accountsWithAddress()).isEqualTo(1);
    browser
        .post("/login/provider/link", "token", token)
        .andExpect(redirectedUrl("/login?provider=elsewhere"));
  }

  @Test
  void anAddressThatTheProviderHasNotVerifiedIsVerifiedHere() throws Exception {
    providers.tell("oidc", subject, Map.of("email", email, "email_verified", false));
    Browser browser = browsers.open();
    comeIn(browser, "oidc", "/login/provider");
    assertThat(accountsWithAddress()).isZero();
    browser.post("/login/provider/mail", "email", email).andExpect(status().isOk());
    browser.post("/login/provider/link", "token", mailedToken()).andExpect(redirectedUrl("/"));
    browser.get("/profile").andExpect(status().isOk());
  }

  @Test
  void anAccountWithThatAddressIsLinkedOnceItsOwnerHasSignedInToIt() throws Exception {
    SignedIn anna = withAddress(people.employee("anna"));
    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    Browser browser = browsers.open();
    comeIn(browser, "google", "/login/provider");
    browser.get("/profile").andExpect(redirectedUrl("/login"));
    assertThat(linksOf(anna)).isZero();
    browser.signIn(anna.username(), TestPeople.PASSWORD);
    assertThat(linksOf(anna)).isEqualTo(1);

    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    comeIn(browsers.open(), "google", "/");
  }

  @Test
  void whoSignsInAsSomebodyElseLinksNothing() throws Exception {
    SignedIn anna = withAddress(people.employee("anna"));
    SignedIn mallory = people.employee("mallory");
    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    Browser browser = browsers.open();
    comeIn(browser, "google", "/login/provider");
    browser.signIn(mallory.username(), TestPeople.PASSWORD);
    assertThat(linksOf(anna) + linksOf(mallory)).isZero();
  }

  @Test
  void anAccountWithThatAddressIsLinkedByAMailedLinkToo() throws Exception {
    SignedIn anna = withAddress(people.employee("anna"));
    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    Browser browser = browsers.open();
    comeIn(browser, "google", "/login/provider");
    browser.post("/login/provider/mail").andExpect(status().isOk());
    browser.post("/login/provider/link", "token", mailedToken()).andExpect(redirectedUrl("/"));
    assertThat(linksOf(anna)).isEqualTo(1);
  }

  @Test
  void anAddressThatSomebodyOnlyClaimsLinksNothing() throws Exception {
    SignedIn mallory = withAddress(people.employee("mallory"));
    jdbc().update("update account set email_verified_at = null where id = ?", mallory.id());
    providers.tell("oidc", subject, Map.of("email", email, "email_verified", true));
    comeIn(browsers.open(), "oidc", "/");
    assertThat(linksOf(mallory)).isZero();
  }

  @Test
  void linksAreNotMailedWithoutEnd() throws Exception {
    providers.tell("facebook", subject, Map.of("id", subject));
    Browser browser = browsers.open();
    comeIn(browser, "facebook", "/login/provider");
    for (int i = 0; i < RateLimits.Limit.PROVIDER_MAIL.most(); i++) {
      browser.post("/login/provider/mail", "email", email).andExpect(status().isOk());
    }
    browser.post("/login/provider/mail", "email", email).andExpect(status().isTooManyRequests());
  }

  @Test
  void oneAddressAsksForMailedLinksTwentyTimesAnHour() throws Exception {
    providers.tell("facebook", subject, Map.of("id", subject));
    Browser browser = browsers.open().at("192.0.2.31");
    comeIn(browser, "facebook", "/login/provider");
    jdbc().update("delete from sign_in_attempt where attempt_key like 'provider:%'");
    for (int i = 0; i < RateLimits.Limit.PROVIDER.most(); i++) {
      browser.post("/login/provider/mail", "email", i + email).andExpect(status().isOk());
    }
    browser
        .post("/login/provider/mail", "email", "z" + email)
        .andExpect(status().isTooManyRequests());
  }

  @Test
  void oneAddressBeginsSixtyTimesAMinute() throws Exception {
    Browser browser = browsers.open().at("192.0.2.30");
    int begun = 0;
    String target = begin(browser);
    // The bucket fills while it is emptied, one a second.
    while (!target.equals("/login?provider=tooMany") && begun < 3 * StartLimit.PER_MINUTE) {
      begun++;
      target = begin(browser);
    }
    assertThat(begun).isBetween(StartLimit.PER_MINUTE, 2 * StartLimit.PER_MINUTE);
    browsers
        .open()
        .at("192.0.2.32")
        .get("/oauth2/authorization/google")
        .andExpect(status().isFound());
  }

  @Test
  void whoIsSignedInLinksAndUnlinksButNeverTheLastWay() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    String word = word(browser);
    come(browser, "/oauth2/authorization/google?link=" + word, "/profile/security?provider=linked");
    assertThat(linksOf(anna)).isEqualTo(1);
    browser
        .post("/profile/security/providers/google/unlink")
        .andExpect(redirectedUrl("/profile/security"));
    assertThat(linksOf(anna)).isZero();

    providers.tell("oidc", subject, Map.of("email", email, "email_verified", true));
    Browser zoe = browsers.open();
    comeIn(zoe, "oidc", "/");
    zoe.post("/profile/security/providers/oidc/unlink").andExpect(status().isConflict());
    zoe.post("/profile/security/first-password", "next", "short")
        .andExpect(status().isUnprocessableContent());
    zoe.post("/profile/security/first-password", "next", TestPeople.PASSWORD)
        .andExpect(redirectedUrl("/profile/security"));
    zoe.post("/profile/security/providers/oidc/unlink")
        .andExpect(redirectedUrl("/profile/security"));
    browsers.open().signIn(username(), TestPeople.PASSWORD).andExpect(redirectedUrl("/"));
  }

  @Test
  void anIdentityBelongsToOneAccount() throws Exception {
    SignedIn anna = people.employee("anna");
    SignedIn bob = people.employee("bob");
    for (SignedIn person : List.of(anna, bob)) {
      Browser browser = browsers.signedIn(person);
      providers.tell("google", subject, Map.of());
      come(
          browser,
          "/oauth2/authorization/google?link=" + word(browser),
          "/profile/security?provider=" + (person.equals(anna) ? "linked" : "taken"));
    }
    assertThat(linksOf(bob)).isZero();
  }

  @Test
  void anotherSiteCannotBeginLinking() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    word(browser);
    providers.tell("google", subject, Map.of("email", email, "email_verified", true));
    come(browser, "/oauth2/authorization/google?link=guessed", "/login?provider=pending");
    assertThat(linksOf(anna)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "error=access_denied, denied",
    "error=server_error, down",
    "error=temporarily_unavailable, down",
  })
  void whatTheProviderRefusesIsTold(String answer, String why) throws Exception {
    Browser browser = browsers.open();
    URI asked = start(browser, "/oauth2/authorization/oidc");
    browser
        .get("/login/oauth2/code/oidc?" + answer + "&state=" + query(asked, "state"))
        .andExpect(redirectedUrl("/login?provider=" + why));
    browser.get("/login?provider=" + why).andExpect(status().isOk());
    browser.get("/profile").andExpect(redirectedUrl("/login"));
  }

  @Test
  void aCodeThatHasExpiredIsRefused() throws Exception {
    Browser browser = browsers.open();
    URI asked = start(browser, "/oauth2/authorization/facebook");
    browser
        .get("/login/oauth2/code/facebook?code=expired&state=" + query(asked, "state"))
        .andExpect(redirectedUrl("/login?provider=stale"));
  }

  @Test
  void aStateOfAnotherBrowserIsRefused() throws Exception {
    URI back = providers.visit(start(browsers.open(), "/oauth2/authorization/oidc").toString());
    String answer = back.getPath() + "?" + back.getQuery();
    Browser other = browsers.open();
    other.get(answer).andExpect(redirectedUrl("/login?provider=stale"));
    start(other, "/oauth2/authorization/oidc");
    other.get(answer).andExpect(redirectedUrl("/login?provider=stale"));
    assertThat(accountsWithAddress()).isZero();
  }

  @Test
  void theQuestionCarriesStateNonceAndAChallenge() throws Exception {
    URI asked = start(browsers.open(), "/oauth2/authorization/google");
    assertThat(asked.getQuery()).contains("state=", "nonce=", "code_challenge=");
    assertThat(query(asked, "code_challenge_method")).isEqualTo("S256");
    assertThat(start(browsers.open(), "/oauth2/authorization/facebook").getQuery())
        .contains("state=", "code_challenge=");
  }

  @ParameterizedTest
  @CsvSource({"SLOW", "BROKEN"})
  void aProviderThatIsSlowOrBrokenIsGivenUpInTime(TestProviders.Mood mood) throws Exception {
    Browser browser = browsers.open();
    URI back = providers.visit(start(browser, "/oauth2/authorization/oidc").toString());
    providers.behave(mood);
    Instant begin = Instant.now();
    browser
        .get(back.getPath() + "?" + back.getQuery())
        .andExpect(redirectedUrl("/login?provider=down"));
    assertThat(Duration.between(begin, Instant.now()))
        .isLessThan(ProviderHttp.CONNECT.plus(ProviderHttp.ANSWER));
  }

  @Test
  void anUnknownProviderIsNoError() throws Exception {
    browsers.open().get("/oauth2/authorization/nobody").andExpect(redirectedUrl("/login"));
    browsers
        .open()
        .get("/login/oauth2/code/nobody?code=1&state=2")
        .andExpect(redirectedUrl("/login?provider=stale"));
    Browser anna = browsers.signedIn(people.employee("anna"));
    anna.get("/oauth2/authorization/nobody").andExpect(status().isNotFound());
    browsers.open().get("/login?provider=<script>").andExpect(status().isOk());
  }

  @Test
  void aDisabledAccountStaysOut() throws Exception {
    providers.tell("oidc", subject, Map.of("email", email, "email_verified", true));
    comeIn(browsers.open(), "oidc", "/");
    accounts.changeStatus(username(), AccountStatus.DISABLED);
    providers.tell("oidc", subject, Map.of("email", email, "email_verified", true));
    comeIn(browsers.open(), "oidc", "/login?provider=shut");
  }

  private List<String> wishedPicture() {
    return jdbc()
        .queryForList(
            "select url from picture_wish where account_id = ?", String.class, account().get("id"));
  }

  private static String begin(Browser browser) throws Exception {
    return Objects.requireNonNull(
        browser.get("/oauth2/authorization/google").andReturn().getResponse().getRedirectedUrl());
  }

  private void comeIn(Browser browser, String provider, String target) throws Exception {
    come(browser, "/oauth2/authorization/" + provider, target);
  }

  private void come(Browser browser, String address, String target) throws Exception {
    URI back = providers.visit(start(browser, address).toString());
    browser.get(back.getPath() + "?" + back.getQuery()).andExpect(redirectedUrl(target));
  }

  private static URI start(Browser browser, String address) throws Exception {
    return URI.create(
        Objects.requireNonNull(browser.get(address).andReturn().getResponse().getRedirectedUrl()));
  }

  private static String word(Browser browser) throws Exception {
    return String.valueOf(
        Objects.requireNonNull(browser.get("/profile/security").andReturn().getModelAndView())
            .getModel()
            .get("linkWord"));
  }

  private static String query(URI address, String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address.toString());
    assertThat(value.find()).isTrue();
    return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
  }

  private SignedIn withAddress(SignedIn person) {
    jdbc()
        .update(
            "update account set email = ?, email_verified_at = now(6) where id = ?",
            email,
            person.id());
    return person;
  }

  private Map<String, Object> account() {
    return jdbc().queryForMap("select * from account where verified_email = ?", email);
  }

  private String username() {
    return String.valueOf(account().get("username"));
  }

  private int accountsWithAddress() {
    return count("select count(*) from account where email = ?", email);
  }

  private int linksOf(SignedIn person) {
    return count("select count(*) from provider_link where account_id = ?", person.id());
  }

  private int count(String sql, Object value) {
    return Objects.requireNonNull(jdbc().queryForObject(sql, Integer.class, value));
  }

  private String mailedToken() {
    String text =
        jdbc()
            .queryForObject(
                "select text_body from mail where recipient = ? order by id desc limit 1",
                String.class,
                email);
    Matcher link = LINK.matcher(Objects.requireNonNull(text));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }
}
