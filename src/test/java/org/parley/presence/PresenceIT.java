package org.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.push.LiveStreams;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Who is seen how, by whom; in answers, in pages and in what open browsers are told. */
@WebTest
class PresenceIT {
  private static final String CORE = "presence.test:5060";

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private Clock clock;
  @Autowired private PresenceService presences;
  @Autowired private PresenceCircle circle;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private DataSource dataSource;

  private final Streams streams = new Streams();
  private PresencePump pump;
  private SignedIn anna;
  private SignedIn ben;
  private Browser annas;
  private Browser bens;

  @BeforeEach
  void twoPeopleAndACore() throws Exception {
    pump = new PresencePump(presences, streams, clock);
    anna = people.employee("anna");
    ben = people.employee("ben");
    annas = browsers.signedIn(anna);
    bens = browsers.signedIn(ben);
    coreLived(CORE, Duration.ZERO);
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  private void coreLived(String core, Duration ago) {
    jdbc()
        .update(
            "insert into sip_core (name, alive_at) values (?, utc_timestamp(6) - interval ? second)"
                + " on duplicate key update alive_at = values(alive_at)",
            core,
            ago.toSeconds());
  }

  /** As the core writes it. */
  private void coreSees(SignedIn person, String word) {
    coreSees(CORE, person, word);
  }

  private void coreSees(String core, SignedIn person, String word) {
    jdbc()
        .update(
            "insert into sip_presence (sip_user,core,word,since,version,written_at)"
                + " values (?,?,?,utc_timestamp(6),1,utc_timestamp(6)) on duplicate key update"
                + " core=values(core),word=values(word),since=values(since),version=version+1,"
                + "written_at=values(written_at)",
            person.user(),
            core,
            word);
  }

  private String answer(Browser browser, SignedIn about) throws Exception {
    return browser
        .postJson("/api/presence", "{\"users\":[\"" + about.user() + "\"]}")
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private String seen(Browser browser, SignedIn about) throws Exception {
    return at(answer(browser, about), "/people/0/presence");
  }

  private static String at(String answer, String pointer) {
    return new Json(JsonMapper.builder().build().readTree(answer)).at(pointer);
  }

  /** What open browsers of this node would be told. */
  private static final class Streams implements LiveStreams {
    private final Map<Long, StringBuilder> told = new HashMap<>();

    @Override
    public Set<Long> accounts() {
      return Set.copyOf(told.keySet());
    }

    @Override
    public void send(long accountId, String type, String json) {
      assertThat(type).isEqualTo("presence");
      Objects.requireNonNull(told.get(accountId)).append(json).append('\n');
    }
  }

  /** A browser with its stream open. */
  private StringBuilder open(SignedIn person) {
    return streams.told.computeIfAbsent(person.id(), id -> new StringBuilder());
  }

  private void awaitTold(StringBuilder stream, String text) {
    await()
        .untilAsserted(
            () -> {
              pump.step();
              assertThat(stream.toString()).contains(text);
            });
  }

  private static String word(SignedIn person, String presence) {
    return "{\"user\":\"" + person.user() + "\",\"presence\":\"" + presence + "\"";
  }

  /** Whatever was on its way has been told once this is there. */
  private void awaitMarker(StringBuilder stream) {
    SignedIn marker = people.employee("marker");
    coreSees(marker, "busy");
    awaitTold(stream, word(marker, "busy"));
  }

  private void puts(SignedIn owner, SignedIn person) {
    jdbc()
        .update(
            "insert into contact (owner_id, person_id, name, sort_name, search_text, created_at,"
                + " updated_at) values (?, ?, 'x', 'x', 'x', utc_timestamp(6), utc_timestamp(6))",
            owner.id(),
            person.id());
    new TransactionTemplate(transactions)
        .executeWithoutResult(state -> circle.contactsChanged(owner.id()));
  }

  private void blocks(SignedIn owner, SignedIn person) {
    jdbc()
        .update(
            "insert into contact_block (owner_id, person_id, created_at)"
                + " values (?, ?, utc_timestamp(6))",
            owner.id(),
            person.id());
    new TransactionTemplate(transactions)
        .executeWithoutResult(state -> circle.blocksChanged(owner.id()));
  }

  @Test
  void whatTheCoreSeesIsWhatOthersSee() throws Exception {
    assertThat(seen(annas, ben)).isEqualTo("offline");
    coreSees(ben, "in-call");
    assertThat(seen(annas, ben)).isEqualTo("in-call");
    assertThat(answer(annas, ben)).contains("\"since\":\"20");
  }

  @Test
  void aChoiceIsKeptForAllDevicesAndEndsByItself() throws Exception {
    coreSees(ben, "available");
    bens.postJson("/api/presence/choice", "{\"choice\":\"dnd\",\"minutes\":30}")
        .andExpect(status().isOk());
    assertThat(seen(annas, ben)).isEqualTo("dnd");
    Browser other = browsers.signedIn(ben);
    assertThat(at(answer(other, ben), "/own/choice")).isEqualTo("dnd");
    jdbc()
        .update(
            "update presence_choice set choice_until = utc_timestamp(6) - interval 1 second"
                + " where account_id = ?",
            ben.id());
    assertThat(seen(annas, ben)).isEqualTo("available");
    presences.endChoices();
    assertThat(
            jdbc()
                .queryForObject(
                    "select choice from kamailio_presence where sip_user = ?",
                    String.class,
                    ben.user()))
        .isEqualTo("AVAILABLE");
    assertThat(at(answer(bens, ben), "/own/choice")).isEqualTo("available");
  }

  @Test
  void wordsThatAreNoneAreRefused() throws Exception {
    bens.postJson("/api/presence/choice", "{\"choice\":\"offline\"}")
        .andExpect(status().isBadRequest());
    bens.postJson("/api/presence/choice", "{\"choice\":\"busy\",\"minutes\":0}")
        .andExpect(status().isBadRequest());
    bens.postJson("/api/presence", "{\"users\":[null]}").andExpect(status().isBadRequest());
  }

  @Test
  void openBrowsersAreToldOfAChange() throws Exception {
    StringBuilder stream = open(anna);
    awaitMarker(stream);
    coreSees(ben, "away");
    awaitTold(stream, word(ben, "away"));
    bens.postJson("/api/presence/choice", "{\"choice\":\"busy\"}");
    awaitTold(stream, word(ben, "busy"));
  }

  @Test
  void whatAPageMayHaveHeardInBetweenIsPutRight() throws Exception {
    coreSees(ben, "away");
    bens.postJson("/api/presence/choice", "{\"choice\":\"busy\"}");
    StringBuilder stream = open(anna);
    awaitTold(stream, word(ben, "busy"));
    awaitMarker(stream);
    int before = stream.length();
    coreSees(ben, "offline");
    assertThat(seen(annas, ben)).isEqualTo("offline");
    coreSees(ben, "away");
    awaitMarker(stream);
    assertThat(stream.substring(before)).contains(word(ben, "busy"));
  }

  @Test
  void ownBrowsersAreToldWhatTheirOwnerChose() throws Exception {
    coreSees(ben, "available");
    StringBuilder his = open(ben);
    StringBuilder hers = open(anna);
    awaitMarker(his);
    browsers
        .signedIn(ben)
        .postJson("/api/presence/choice", "{\"choice\":\"invisible\"}")
        .andExpect(status().isOk());
    awaitTold(his, word(ben, "invisible"));
    awaitTold(his, "\"choice\":\"invisible\"");
    awaitTold(hers, word(ben, "offline"));
    assertThat(hers.toString()).doesNotContain("invisible");
  }

  @Test
  void whatSomebodyDoesWhileInvisibleIsToldToNobody() throws Exception {
    coreSees(ben, "available");
    bens.postJson("/api/presence/choice", "{\"choice\":\"invisible\"}");
    StringBuilder hers = open(anna);
    awaitMarker(hers);
    String before = hers.toString();
    String answered = answer(annas, ben);
    for (String word : List.of("in-call", "offline", "available")) {
      coreSees(ben, word);
      awaitMarker(hers);
    }
    // Not even that there was something to tell.
    assertThat(hers.substring(before.length())).doesNotContain(ben.user());
    assertThat(answer(annas, ben)).isEqualTo(answered);
  }

  @Test
  void onlyContactsSeeWhoeverShowsThemselvesToContacts() throws Exception {
    coreSees(ben, "available");
    StringBuilder hers = open(anna);
    awaitMarker(hers);
    bens.post("/profile/presence", "audience", "CONTACTS", "awayMinutes", "10")
        .andExpect(redirectedUrl("/profile/presence"));
    awaitTold(hers, word(ben, "offline"));
    assertThat(seen(annas, ben)).isEqualTo("offline");
    // The other way round counts for nothing: who has whom is the owner's.
    puts(anna, ben);
    assertThat(seen(annas, ben)).isEqualTo("offline");
    int before = hers.length();
    coreSees(ben, "in-call");
    awaitMarker(hers);
    assertThat(hers.substring(before)).doesNotContain(ben.user());

    puts(ben, anna);
    awaitTold(hers, word(ben, "in-call"));
    assertThat(seen(annas, ben)).isEqualTo("in-call");
    assertThat(seen(bens, ben)).isEqualTo("in-call");
  }

  @Test
  void nobodySeesWhoeverShowsThemselvesToNobody() throws Exception {
    coreSees(ben, "available");
    puts(ben, anna);
    bens.post("/profile/presence", "audience", "NOBODY", "awayMinutes", "0");
    assertThat(seen(annas, ben)).isEqualTo("offline");
    assertThat(answer(annas, ben)).contains("\"since\":null");
    assertThat(seen(bens, ben)).isEqualTo("available");
  }

  @Test
  void blockedPeopleSeeSomebodyOfflineWhateverThatPersonDoes() throws Exception {
    coreSees(ben, "available");
    StringBuilder hers = open(anna);
    SignedIn cleo = people.employee("cleo");
    StringBuilder others = open(cleo);
    awaitMarker(hers);
    puts(ben, anna);
    blocks(ben, anna);
    awaitTold(hers, word(ben, "offline"));
    assertThat(seen(annas, ben)).isEqualTo("offline");
    assertThat(answer(annas, ben)).contains("\"since\":null");
    int before = hers.length();
    coreSees(ben, "busy");
    awaitTold(others, word(ben, "busy"));
    awaitMarker(hers);
    assertThat(hers.substring(before)).doesNotContain(ben.user());
    annas
        .get("/people/" + ben.user())
        .andExpect(
            result -> assertThat(result.getResponse().getContentAsString()).doesNotContain("busy"));
    // Who blocks goes on seeing.
    coreSees(anna, "away");
    assertThat(seen(bens, anna)).isEqualTo("away");
  }

  @Test
  void aSilentCoreIsNotBelieved() throws Exception {
    String core = "silent" + ben.id() + ":5060";
    coreLived(core, Duration.ZERO);
    coreSees(core, ben, "available");
    StringBuilder hers = open(anna);
    awaitMarker(hers);
    coreLived(core, Duration.ofSeconds(30));
    assertThat(seen(annas, ben)).isEqualTo("unknown");
    awaitTold(hers, "\"again\":true");
    coreLived(core, Duration.ofMinutes(20));
    assertThat(seen(annas, ben)).isEqualTo("offline");
    coreLived(core, Duration.ZERO);
    assertThat(seen(annas, ben)).isEqualTo("available");
  }

  @Test
  void aWholePhonebookIsOneQuestionOfAFewQueries() throws Exception {
    StringBuilder users = new StringBuilder();
    for (int i = 0; i < 499; i++) {
      users.append("\"nobody-").append(i).append("\",");
    }
    String body = "{\"users\":[" + users + "\"" + ben.user() + "\"]}";
    annas.postJson("/api/presence", body).andExpect(status().isOk());
    annas
        .postJson("/api/presence", body.replace("[", "[\"one-more\","))
        .andExpect(status().isBadRequest());
  }

  @Test
  void aStatusIsSaidForAWhile() throws Exception {
    bens.postJson("/api/presence/status", "{\"text\":\"at the fair\",\"minutes\":60}")
        .andExpect(status().isNoContent());
    annas
        .get("/people/" + ben.user())
        .andExpect(
            result ->
                assertThat(
                        Objects.requireNonNull(result.getModelAndView())
                            .getModel()
                            .get("statusText"))
                    .isEqualTo("at the fair"));
  }
}
