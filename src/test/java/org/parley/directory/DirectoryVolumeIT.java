package org.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.account.SignedIn;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Anybody is found among a hundred thousand within a tenth of a second. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryVolumeIT {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryVolumeIT.class);
  private static final int CHUNK = 10_000;
  private static final int PEOPLE = Integer.getInteger("parley.test.people", 100_000);
  private static final long MOST_MILLIS = 100;
  private static final String DIGITS =
      "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
          + " union all select 5 union all select 6 union all select 7 union all select 8"
          + " union all select 9)";

  @Autowired private DirectorySearch search;
  @Autowired private PeopleKeeper keeper;
  @Autowired private TestPeople people;
  @Autowired private DataSource dataSource;

  private final String prefix =
      "mass" + TestJournal.fresh().replaceAll("[^a-z0-9]", "").substring(0, 6);
  private JdbcTemplate jdbc;
  private SignedIn me;

  @BeforeAll
  void manyPeople() {
    jdbc = new JdbcTemplate(dataSource);
    me = people.employee("searcher");
    String numbers =
        " from (select ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d n from "
            + String.join(" join ", DIGITS + " a", DIGITS + " b", DIGITS + " c", DIGITS + " e")
            + ") numbers";
    for (int from = 0; from < PEOPLE; from += CHUNK) {
      // Syllables make surnames as many and as different as those of so large a place.
      jdbc.update(
          "insert into account (username, sip_user, display_name, email, role, status, created_at,"
              + " updated_at) select concat(?, n), concat(?, n),"
              + " concat(elt(n mod 20 + 1, 'Anna', 'Bernd', 'Carla', 'David', 'Emma', 'Félix',"
              + " 'Greta', 'Hannes', 'Ida', 'Jürgen', 'Klara', 'Lukas', 'Maria', 'Noah', 'Olga',"
              + " 'Paul', 'Rosa', 'Simon', 'Tilda', 'Zoë'), ' ', elt(n div 20 mod 12 + 1, 'Ar',"
              + " 'Ba', 'Schnei', 'Di', 'Eve', 'Fi', 'Gru', 'Hu', 'Mül', 'Jan', 'Ko', 'La'),"
              + " elt(n div 240 mod 12 + 1, 'ber', 'ker', 'der', 'las', 'mann', 'ner', 'ler',"
              + " 'sen', 'ski', 'tos', 'vic', 'win'), elt(n div 2880 mod 35 + 1, '', 'a', 'bach',"
              + " 'berg', 'dorf', 'eck', 'feld', 'gard', 'hof', 'i', 'ka', 'kamp', 'lin', 'mar',"
              + " 'nau', 'o', 'per', 'qvist', 'ried', 'stein', 'tal', 'u', 'vik', 'wald', 'y',"
              + " 'zell', 'brink', 'busch', 'dahl', 'ford', 'graf', 'horst', 'lund', 'rup',"
              + " 'son')), concat(?, n, '@example.org'), 'EMPLOYEE', 'ACTIVE', utc_timestamp(6),"
              + " '2001-01-01'"
              + numbers,
          prefix,
          prefix,
          prefix,
          from);
    }
    for (long id = bound("min"), last = bound("max"); id <= last; id += CHUNK) {
      jdbc.update(
          "insert into profile (account_id, job, department, skills, work_for, place, region,"
              + " country, place_for, about_for, languages_for, phones_for, links_for) select id,"
              + " elt(id mod 7 + 1, 'Engineer', 'Baker', 'Nurse', 'Accountant', 'Welder',"
              + " 'Editor', 'Driver'), concat('Department ', id mod 120), elt(id mod 5 + 1,"
              + " 'Kotlin, Bees', 'Welding', 'Sign language', 'Tax law, Chess', null), if(id mod"
              + " 10 = 0, 'CONTACTS', 'EVERYONE'), elt(id mod 6 + 1, 'Bern', 'Köln', 'Oslo',"
              + " 'Łódź', 'Paris', 'Málaga'), concat('Region ', id mod 30), elt(id mod 6 + 1,"
              + " 'CH', 'DE', 'NO', 'PL', 'FR', 'ES'), if(id mod 10 = 1, 'NOBODY', 'EVERYONE'),"
              + " 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE' from account where id >= ? and"
              + " id < ? and username like ?",
          id,
          id + CHUNK,
          prefix + "%");
    }
    long begin = System.nanoTime();
    keeper.step();
    LOG.info("index of {} people made in {} ms", PEOPLE, (System.nanoTime() - begin) / 1_000_000);
  }

  @AfterAll
  void fewPeople() {
    keeper.destroy();
    for (long id = bound("min"), last = bound("max"); id <= last; id += CHUNK) {
      Object[] range = {id, id + CHUNK, prefix + "%"};
      for (String table : List.of("profile", "account_term")) {
        jdbc.update(
            "delete t from "
                + table
                + " t join account a on a.id = t.account_id where a.id >= ? and a.id < ? and"
                + " a.username like ?",
            range);
      }
      jdbc.update("delete from account where id >= ? and id < ? and username like ?", range);
    }
  }

  private long bound(String which) {
    Long id =
        jdbc.queryForObject(
            "select " + which + "(id) from account where username like ?",
            Long.class,
            prefix + "%");
    return id == null ? 0 : id;
  }

  @Test
  void theFirstAnswerComesWithinATenthOfASecond() {
    List<String> questions =
        List.of(
            "ann",
            "mül",
            "ber",
            "lin",
            "ker",
            "sch",
            "oto",
            "eng",
            "wel",
            "dep",
            "a",
            "an",
            "zo",
            "",
            "anna",
            "jurgen",
            "jurgen muller",
            "mulelr",
            "shneider",
            "anna hubr",
            "kotlin",
            "koln",
            "germany",
            "lodz engineer",
            "accountant oslo jan",
            "nobody-at-all",
            prefix + "4242",
            "qqqqqqqq",
            "anna department 7");
    for (int i = 0; i < 3; i++) {
      questions.forEach(this::nanos); // Warm.
    }
    // The best of some tries: what an answer costs, and not what else the machine does meanwhile.
    // The
    // bench tells what people see.
    List<Long> times = new ArrayList<>();
    for (String question : questions) {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        best = Math.min(best, nanos(question));
      }
      times.add(best / 1_000);
    }
    Collections.sort(times);
    long p50 = times.get(times.size() / 2);
    long p95 = times.get(times.size() * 95 / 100);
    LOG.info("{} people: p50 {} µs, p95 {} µs", PEOPLE, p50, p95);
    assertThat(p95).isLessThanOrEqualTo(MOST_MILLIS * 1_000);
  }

  private long nanos(String question) {
    long begin = System.nanoTime();
    search.find(me, question, DirectorySearch.Filter.NONE, "", 50);
    return System.nanoTime() - begin;
  }

  @Test
  void mistakesAreForgivenAmongManyToo() {
    DirectorySearch.Result found =
        search.find(me, "jurgne mulelr", DirectorySearch.Filter.NONE, "", 50);
    assertThat(found.isNear()).isTrue();
    assertThat(found.items())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.person().name()).matches("Jürgen Mül.*"));
  }

  @Test
  void pagesFollowOneAnotherWithoutGapsOrRepeats() {
    Set<String> seen = new HashSet<>();
    String after = "";
    int pages = 0;
    DirectorySearch.Filter poles = new DirectorySearch.Filter("PL", null, null);
    do {
      DirectorySearch.Result page = search.find(me, "zoe schnei", poles, after, 40);
      for (DirectorySearch.Found one : page.items()) {
        assertThat(seen.add(one.person().user())).isTrue();
        assertThat(one.told().country()).isEqualTo("PL");
      }
      after = page.next() == null ? "" : page.next();
      pages++;
    } while (!after.isEmpty());
    assertThat(pages).isGreaterThan(1);
    Integer expected =
        jdbc.queryForObject(
            "select count(*) from account a join profile p on p.account_id = a.id where username"
                + " like ? and display_name like 'Zoë Schnei%' and country = 'PL' and place_for ="
                + " 'EVERYONE'",
            Integer.class, prefix + "%");
    assertThat(seen).hasSize(expected == null ? -1 : expected);
  }
}
