package org.parley.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.account.SignedIn;
import org.parley.testing.DatabaseTest;
import org.parley.testing.Reads;
import org.parley.testing.TestJournal;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hundred thousand people share where they are, all over the world. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapVolumeIT {
  private static final int CHUNK = 10_000;
  private static final int PEOPLE = Integer.getInteger("parley.test.people", 100_000);
  private static final Box MUNICH = Box.of(11.4, 48.0, 11.8, 48.3);
  private static final Position OFFICE = new Position(48.139, 11.58, 10);
  private static final String DIGITS =
      "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
          + " union all select 5 union all select 6 union all select 7 union all select 8"
          + " union all select 9)";

  @Autowired private MapService map;
  @Autowired private RegionService regions;
  @Autowired private TestPeople people;
  @Autowired private Reads reads;
  @Autowired private DataSource dataSource;

  private final String prefix =
      "where" + TestJournal.fresh().replaceAll("[^a-z0-9]", "").substring(0, 6);
  private JdbcTemplate jdbc;
  private SignedIn viewer;

  @BeforeAll
  void manyPeople() {
    jdbc = new JdbcTemplate(dataSource);
    viewer = people.employee("viewer");
    for (int from = 0; from < PEOPLE; from += CHUNK) {
      jdbc.update(
          "insert into account (username, sip_user, display_name, role, status, created_at,"
              + " updated_at) select concat(?, n), concat(?, n), concat('Person ', n), 'EMPLOYEE',"
              + " if(n mod 1000 = 7, 'DISABLED', 'ACTIVE'), utc_timestamp(6), utc_timestamp(6) from"
              + " (select ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d n from "
              + String.join(" join ", DIGITS + " a", DIGITS + " b", DIGITS + " c", DIGITS + " e")
              + ") numbers",
          prefix,
          prefix,
          from);
    }
    jdbc.update(
        "insert into profile (account_id, department, country, region, about_for, work_for,"
            + " place_for, languages_for, phones_for, links_for) select id, concat('Volume ', id mod"
            + " 200), elt(id mod 5 + 1, 'DE', 'AT', 'CH', 'FR', 'JP'), concat('Part ', id mod 20),"
            + " 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE' from account"
            + " where username like ?",
        prefix + "%");
    // Every tenth in one town, the others all over the world.
    jdbc.update(
        "insert into location (account_id, share_key, source, detail, audience, latitude, longitude,"
            + " accuracy, x, y, country, region, started_at, updated_at, until_at) select id,"
            + " 'volume', 'DEVICE', 'EXACT', elt(id mod 3 + 1, 'ALL', 'TEAM', 'CONTACTS'), la, lo,"
            + " 10, floor((lo + 180) / 360 * 16777216), floor((0.5 - ln((1 + sin(radians(la))) / (1 -"
            + " sin(radians(la)))) / (4 * pi())) * 16777216), 'DE', '02', utc_timestamp(6),"
            + " utc_timestamp(6), '9999-01-01' from (select id, if(id mod 10 = 0, 48 + (id * 7919 mod"
            + " 3000) / 10000, -60 + (id * 7919 mod 130000) / 1000) la, if(id mod 10 = 0, 11.4 + (id"
            + " * 104729 mod 4000) / 10000, -180 + (id * 104729 mod 360000) / 1000) lo from account"
            + " where username like ?) spread",
        prefix + "%");
    jdbc.update(
        "insert into contact (owner_id, person_id, name, sort_name, search_text, created_at,"
            + " updated_at) select id, ?, 'x', 'x', 'x', utc_timestamp(6), utc_timestamp(6) from"
            + " account where username like ? and id mod 30 = 2",
        viewer.id(),
        prefix + "%");
    jdbc.update(
        "insert into profile (account_id, department, about_for, work_for, place_for,"
            + " languages_for, phones_for, links_for) values (?, 'Volume 10', 'EVERYONE',"
            + " 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE')",
        viewer.id());
    jdbc.execute("analyze table account, profile, location, contact");
  }

  @AfterAll
  void fewPeople() {
    jdbc.update("delete from contact where person_id = ?", viewer.id());
    long first = bound("min");
    long last = bound("max");
    for (long id = first; id <= last; id += CHUNK / 2) {
      Object[] range = {id, id + CHUNK / 2, prefix + "%"};
      for (String table : new String[] {"location", "profile"}) {
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

  /** How long it takes when nothing else gets in between, in milliseconds. */
  private static long millis(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      work.run();
      best = Math.min(best, System.nanoTime() - begin);
    }
    return best / 1_000_000;
  }

  private MapService.View view(Box box, int zoom) {
    return map.view(viewer, box, zoom, Crowd.EVERYBODY, Locale.ENGLISH);
  }

  private MapService.Nearest nearest(Box box, String crowd) {
    return map.nearest(viewer, box, OFFICE, Crowd.parse(crowd), null, 50, Locale.ENGLISH);
  }

  @Test
  void aTownAndTheWorldAreLookedAtQuickly() {
    long town = millis(() -> view(MUNICH, 11));
    long near = millis(() -> nearest(MUNICH, "all"));
    long far = millis(() -> nearest(Box.WORLD, "all"));
    long world = millis(() -> view(Box.WORLD, 2));
    long places = millis(() -> regions.lands(viewer, Locale.ENGLISH));
    System.Logger log = System.getLogger("volume");
    log.log(
        System.Logger.Level.INFO,
        "town {0} ms, near {1} ms, far {2} ms, world {3} ms, places {4} ms",
        town,
        near,
        far,
        world,
        places);
    assertThat(view(Box.WORLD, 2).total()).isBetween(PEOPLE / 3L, PEOPLE / 2L);
    assertThat(nearest(Box.WORLD, "all").people()).hasSize(50);
    assertThat(town).as("a town").isLessThan(300);
    assertThat(near).as("the nearest in a town").isLessThan(300);
    assertThat(far).as("the nearest of all").isLessThan(300);
    assertThat(world).as("the world").isLessThan(1_500);
    assertThat(places).as("countries").isLessThan(3_000);
  }

  @Test
  void aViewReadsOnlyWhatItShows() {
    Box fewStreets = Box.of(11.57, 48.13, 11.59, 48.14);
    long shown = view(fewStreets, 15).total();
    assertThat(shown).isPositive();
    // A row of the index for everybody at this height, and what decides about those in the box.
    assertThat(reads.during(() -> view(fewStreets, 15))).isLessThan(PEOPLE / 20L + 50 * shown);
  }

  @Test
  void whoMayNotBeSeenIsNotCounted() {
    long all = view(MUNICH, 11).total();
    Long expected =
        jdbc.queryForObject(
            "select count(*) from account a join location l on l.account_id = a.id where"
                + " a.username like ? and a.id mod 10 = 0 and a.status = 'ACTIVE' and (a.id mod 3 ="
                + " 0 or (a.id mod 3 = 1 and a.id mod 200 = 10) or (a.id mod 3 = 2 and a.id mod 30"
                + " = 2))",
            Long.class,
            prefix + "%");
    assertThat(all).isEqualTo(expected);
    assertThat(nearest(MUNICH, "contacts").people()).isEmpty();
  }
}
