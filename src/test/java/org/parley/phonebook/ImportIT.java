package org.parley.phonebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.Json;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WebTest
class ImportIT {
  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private ImportPump pump;
  @Autowired private DataSource dataSource;

  private SignedIn anna;
  private Browser annas;

  @BeforeEach
  void signIn() throws Exception {
    anna = people.employee("anna");
    annas = browsers.signedIn(anna);
  }

  @Test
  void aTableIsTakenOverByItsColumnsOnceAndTakenOutAgain() throws Exception {
    annas.post("/phonebook/new", "name", "Ida Old", "kinds", "EMAIL", "values", "ida@example.org");
    String table =
        """
        Vorname;Nachname;Telefon;E-Mail;Gruppen
        Zoë;Müller;+49 30 901820;zoe@example.org;Friends
        Ida;Neu;+49 30 901821;IDA@example.org;
        ;;;;
        Max;;nonsense;;
        Zoe;Mueller;+49 30 901820;;
        """;
    String id = take("table.csv", table.getBytes(java.nio.charset.Charset.forName("windows-1252")));
    annas.get("/phonebook/import/" + id).andExpect(status().isOk());
    annas
        .post(
            "/phonebook/import/" + id,
            "act",
            "begin",
            "encoding",
            "windows-1252",
            "delimiter",
            ";",
            "fields",
            "FIRST",
            "fields",
            "LAST",
            "fields",
            "TEL",
            "fields",
            "EMAIL",
            "fields",
            "GROUPS")
        .andExpect(redirectedUrl("/phonebook/import/" + id));
    run();
    Json progress = progress(id);
    assertThat(progress.at("/state")).isEqualTo("DONE");
    assertThat(progress.at("/added")).isEqualTo("2");
    assertThat(progress.at("/merged")).isEqualTo("1");
    assertThat(progress.at("/skipped")).isEqualTo("1");
    assertThat(progress.at("/failed")).isEqualTo("2");
    Json list = Json.of(annas.json("/api/phonebook"));
    assertThat(list.each("/contacts", "name")).containsExactly("Ida Old", "Max", "Zoë Müller");
    assertThat(list.at("/contacts/0/address")).isEqualTo("+4930901821");
    assertThat(list.each("/groups", "name")).containsExactly("Friends");
    assertThat(
            new JdbcTemplate(dataSource)
                .queryForList(
                    "select line from contact_import_problem where import_id = ? order by line",
                    Integer.class,
                    Long.parseLong(id)))
        .containsExactly(4, 5);

    annas
        .post("/phonebook/import/" + id + "/undo")
        .andExpect(redirectedUrl("/phonebook/import/" + id));
    Json after = Json.of(annas.json("/api/phonebook"));
    assertThat(after.each("/contacts", "name")).containsExactly("Ida Old");
    assertThat(after.node().at("/contacts/0/address").isNull()).isTrue();
    annas.post("/phonebook/import/" + id + "/undo").andExpect(status().isBadRequest());
  }

  @Test
  void theSameCardsBringNothingTheSecondTime() throws Exception {
    byte[] file = cards(30).getBytes(StandardCharsets.UTF_8);
    for (String duplicates : List.of("MERGE", "MERGE", "KEEP", "SKIP")) {
      String id = take("cards.vcf", file);
      annas.post("/phonebook/import/" + id, "act", "begin", "duplicates", duplicates);
      run();
      assertThat(progress(id).at("/state")).isEqualTo("DONE");
    }
    assertThat(Json.of(annas.json("/api/phonebook?limit=500")).node().at("/contacts").size())
        .isEqualTo(30);
    String exported =
        annas
            .get("/phonebook/export/contacts.vcf")
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(exported.split("BEGIN:VCARD", -1)).hasSize(31);
    String again = take("again.vcf", exported.getBytes(StandardCharsets.UTF_8));
    annas.post("/phonebook/import/" + again, "act", "begin");
    run();
    assertThat(progress(again).at("/skipped")).isEqualTo("30");
  }

  @Test
  void twentyThousandCardsAreTakenOverInTime() throws Exception {
    String id = take("many.vcf", cards(20_000).getBytes(StandardCharsets.UTF_8));
    annas.post("/phonebook/import/" + id, "act", "begin");
    long begin = System.nanoTime();
    run();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(progress(id).at("/added")).isEqualTo("20000");
    // The bench says how long it takes; this only says that it does not grow out of bounds.
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    annas.post("/phonebook/import/" + id + "/undo").andExpect(status().is3xxRedirection());
  }

  @Test
  void whatIsTooLargeOrEmptyIsRefused() throws Exception {
    annas
        .postFile("/api/phonebook/imports?name=x", "application/octet-stream", new byte[0])
        .andExpect(status().isBadRequest());
    annas
        .postFile(
            "/api/phonebook/imports?name=x",
            "application/octet-stream",
            new byte[ImportService.MOST_BYTES + 1])
        .andExpect(status().isBadRequest());
  }

  private static String cards(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person Number ")
          .append(i)
          .append("\r\nTEL;TYPE=CELL:+4930")
          .append(1_000_000 + i)
          .append("\r\nEMAIL:person")
          .append(i)
          .append("@example.org\r\nORG:Company ")
          .append(i % 100)
          .append("\r\nEND:VCARD\r\n");
    }
    return text.toString();
  }

  private void run() {
    while (pump.step().isZero()) {
      // Until nothing waits any more.
    }
  }

  private String take(String name, byte[] file) throws Exception {
    return Json.of(
            annas
                .postFile("/api/phonebook/imports?name=" + name, "application/octet-stream", file)
                .andExpect(status().isCreated()))
        .at("/id");
  }

  private Json progress(String id) throws Exception {
    return Json.of(annas.json("/api/phonebook/imports/" + id));
  }
}
