package org.parley.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountLife;
import org.parley.account.DeviceService;
import org.parley.account.SignedIn;
import org.parley.phone.SipRegistrations.State;
import org.parley.phone.SipRegistrations.Use;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the SIP core writes about registrations, and what it is told of ended sessions. */
@WebTest
class SipRegistrationsIT {
  private static final String CORE = "core.test:5060";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private DeviceService devices;
  @Autowired private AccountLife life;
  @Autowired private SipRegistrations registrations;
  @Autowired private DataSource dataSource;

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  private void coreLived(Duration ago) {
    jdbc()
        .update(
            "insert into sip_core (name, alive_at) values (?, utc_timestamp(6) - interval ? second)"
                + " on duplicate key update alive_at = values(alive_at)",
            CORE,
            ago.toSeconds());
  }

  /** As the core writes it: registered, refreshed, and running out in {@code left} seconds. */
  private String registered(String user, String credential, int seenAgo, int left) {
    String ruid = "uloc-" + UUID.randomUUID();
    jdbc()
        .update(
            "insert into sip_registration (ruid, core, sip_user, credential, user_agent, transport,"
                + " source_ip, since, seen_at, expires_at) values (?, ?, ?, ?, 'Yealink T46', 'udp',"
                + " '192.0.2.7', utc_timestamp(6) - interval 1 day,"
                + " utc_timestamp(6) - interval ? second, utc_timestamp(6) + interval ? second)",
            ruid,
            CORE,
            user,
            credential,
            seenAgo,
            left);
    return ruid;
  }

  private void gone(String ruid) {
    jdbc().update("update sip_registration set gone_at = utc_timestamp(6) where ruid = ?", ruid);
  }

  private Use use(String credential) {
    return Objects.requireNonNull(registrations.of(List.of(credential)).get(credential));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Use> shown(Browser browser) throws Exception {
    return (Map<String, Use>)
        Objects.requireNonNull(
            Objects.requireNonNull(browser.get("/profile/devices").andReturn().getModelAndView())
                .getModel()
                .get("uses"));
  }

  private String session(SignedIn person) {
    return Objects.requireNonNull(
        jdbc()
            .queryForObject(
                "select PRIMARY_ID from SPRING_SESSION where PRINCIPAL_NAME = ?",
                String.class,
                person.username()));
  }

  private boolean isEnded(String session) {
    return !jdbc()
        .queryForList("select * from kamailio_ended_session where session_id = ?", session)
        .isEmpty();
  }

  @Test
  void aPhoneIsShownWithWhatIsRegisteredAndWhenItWasUsedLast() throws Exception {
    coreLived(Duration.ZERO);
    SignedIn anna = people.employee("anna");
    String desk = devices.add(anna.username(), "Desk").authUser();
    String unused = devices.add(anna.username(), "Kitchen").authUser();
    String before = registered(anna.user(), desk, 7200, -3600);
    gone(before);
    registered(anna.user(), desk, 60, 240);
    Browser browser = browsers.signedIn(anna);
    browser.get("/profile");
    registered(anna.user(), session(anna), 5, 240);

    Map<String, Use> uses = shown(browser);
    Use use = Objects.requireNonNull(uses.get(desk));
    assertThat(use.state()).isEqualTo(State.REGISTERED);
    assertThat(use.now()).hasSize(1);
    assertThat(use.now().get(0).userAgent()).isEqualTo("Yealink T46");
    assertThat(use.now().get(0).transport()).isEqualTo("UDP");
    assertThat(use.now().get(0).address()).isEqualTo("192.0.2.7");
    assertThat(uses.get(unused)).isEqualTo(Use.NONE);
    assertThat(Objects.requireNonNull(uses.get(session(anna))).state()).isEqualTo(State.REGISTERED);
  }

  @Test
  void whatIsGoneOrRanOutIsNotRegisteredButWasUsed() {
    coreLived(Duration.ZERO);
    SignedIn anna = people.employee("anna");
    String out = devices.add(anna.username(), "Desk").authUser();
    registered(anna.user(), out, 400, -100);
    String left = devices.add(anna.username(), "Kitchen").authUser();
    gone(registered(anna.user(), left, 10, 300));
    for (String credential : List.of(out, left)) {
      assertThat(use(credential).state()).isEqualTo(State.ABSENT);
      assertThat(use(credential).now()).isEmpty();
      assertThat(Objects.requireNonNull(use(credential).last()).address()).isEqualTo("192.0.2.7");
    }
  }

  @Test
  void whileTheCoreIsSilentNobodySaysThatSomethingIsRegistered() {
    SignedIn anna = people.employee("anna");
    String desk = devices.add(anna.username(), "Desk").authUser();
    registered(anna.user(), desk, 60, 240);
    coreLived(Duration.ofMinutes(1));
    assertThat(use(desk).state()).isEqualTo(State.UNKNOWN);
    assertThat(use(desk).now()).isEmpty();
    coreLived(Duration.ZERO);
    assertThat(use(desk).state()).isEqualTo(State.REGISTERED);
  }

  @Test
  void aCredentialNamesItsSessionAndWhicheverWayThatEndsTheCoreIsTold() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    String session = session(anna);
    assertThat(Json.of(browser.postJson("/api/phone/credential", "")).at("/username"))
        .endsWith(":" + anna.user() + ":" + session);
    assertThat(isEnded(session)).isFalse();
    browser.post("/logout");
    assertThat(isEnded(session)).isTrue();
  }

  @Test
  void signingOutOtherBrowsersTellsTheCoreOfThoseAlone() throws Exception {
    SignedIn anna = people.employee("anna");
    browsers.signedIn(anna).get("/profile");
    String other = session(anna);
    Browser here = browsers.signedIn(anna);
    here.get("/profile");
    String mine =
        jdbc()
            .queryForList(
                "select PRIMARY_ID from SPRING_SESSION where PRINCIPAL_NAME = ?",
                String.class,
                anna.username())
            .stream()
            .filter(id -> !id.equals(other))
            .findFirst()
            .orElseThrow();
    here.post("/profile/devices/browsers/end-others");
    assertThat(isEnded(other)).isTrue();
    assertThat(isEnded(mine)).isFalse();
    browsers.signedIn(people.admin("root")).post("/admin/people/" + anna.username() + "/sign-out");
    assertThat(isEnded(mine)).isTrue();
  }

  @Test
  void theLastWordOfAPhoneStaysAndTheRestGoes() {
    coreLived(Duration.ZERO);
    SignedIn anna = people.employee("anna");
    String desk = devices.add(anna.username(), "Desk").authUser();
    int day = 86_400;
    gone(registered(anna.user(), desk, 9 * day, -8 * day));
    gone(registered(anna.user(), desk, 8 * day, -7 * day));
    String browser = UUID.randomUUID().toString();
    gone(registered(anna.user(), browser, 8 * day, -7 * day));
    registrations.purge();
    assertThat(
            jdbc()
                .queryForList(
                    "select credential from sip_registration where sip_user = ?",
                    String.class,
                    anna.user()))
        .containsExactly(desk);
    life.close(anna);
    assertThat(
            jdbc()
                .queryForList(
                    "select ruid from sip_registration where credential = ?", String.class, desk))
        .isEmpty();
  }
}
