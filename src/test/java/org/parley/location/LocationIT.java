package org.parley.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.AccountLife;
import org.parley.account.AccountService;
import org.parley.account.AccountStatus;
import org.parley.account.RateLimits.Limit;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.NotFoundException;
import org.parley.common.TooManyRequestsException;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored of where people are, who sees it, and what is left when it is over: nothing. */
@DatabaseTest
class LocationIT {
  private static final ReaderTime READER =
      new ReaderTime(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
  private static final Position OFFICE = new Position(48.1391265, 11.5801863, 12);

  @Autowired private LocationService locations;
  @Autowired private MapService map;
  @Autowired private MapBell bell;
  @Autowired private AccountService accounts;
  @Autowired private AccountLife life;
  @Autowired private TestPeople people;
  @Autowired private Clock clock;
  @Autowired private DataSource dataSource;

  private JdbcTemplate jdbc;
  private SignedIn owner;
  private SignedIn viewer;
  private SignedIn stranger;

  @BeforeEach
  void twoPeople() {
    jdbc = new JdbcTemplate(dataSource);
    owner = people.employee("owner");
    viewer = people.employee("viewer");
    stranger = people.employee("stranger");
  }

  private static ShareForm form(Detail detail, Audience audience) {
    return new ShareForm(Source.DEVICE, detail, audience, Lasting.HOUR, null, null, null);
  }

  private Sharing share(Detail detail, Audience audience) {
    return locations.share(owner, form(detail, audience), OFFICE, READER);
  }

  private boolean sees(SignedIn who) {
    Box here = Box.of(11.5, 48.1, 11.7, 48.2);
    boolean inList =
        map.nearest(who, here, OFFICE, Crowd.EVERYBODY, null, 100, Locale.ENGLISH).people().stream()
            .anyMatch(seen -> seen.user().equals(owner.user()));
    MapService.View close = map.view(who, here, 22, Crowd.EVERYBODY, Locale.ENGLISH);
    boolean onMap =
        close.people().stream().anyMatch(seen -> seen.user().equals(owner.user()))
            || !close.clusters().isEmpty();
    // Other tests share at the same place: a cluster may be theirs, but nobody may be missing.
    assertThat(!inList || onMap).isTrue();
    return inList;
  }

  private void contact(SignedIn whose, SignedIn who) {
    jdbc.update(
        "insert into contact (owner_id, person_id, name, sort_name, search_text, created_at,"
            + " updated_at) values (?, ?, 'x', 'x', 'x', utc_timestamp(6), utc_timestamp(6))",
        whose.id(),
        who.id());
  }

  private void work(SignedIn who, @Nullable String department, @Nullable SignedIn manager) {
    jdbc.update(
        "insert into profile (account_id, department, manager_id, about_for, work_for, place_for,"
            + " languages_for, phones_for, links_for) values (?, ?, ?, 'EVERYONE', 'NOBODY',"
            + " 'EVERYONE', 'EVERYONE', 'EVERYONE', 'EVERYONE')",
        who.id(),
        department,
        manager == null ? null : manager.id());
  }

  private int rows() {
    Integer rows =
        jdbc.queryForObject(
            "select count(*) from location where account_id = ?", Integer.class, owner.id());
    return rows == null ? 0 : rows;
  }

  private enum Tie {
    NONE,
    OWNER_HAS_VIEWER,
    VIEWER_HAS_OWNER,
    SAME_DEPARTMENT,
    SAME_MANAGER,
    OTHER_TEAM
  }

  @Test
  void everyCombinationShowsToWhomItIsForAndToNobodyElse() {
    List<String> wrong = new ArrayList<>();
    for (Tie tie : Tie.values()) {
      twoPeople();
      tie(tie);
      for (boolean isBlocked : new boolean[] {false, true}) {
        if (isBlocked) {
          jdbc.update(
              "insert into contact_block (owner_id, person_id, created_at) values (?, ?,"
                  + " utc_timestamp(6))",
              owner.id(),
              viewer.id());
        }
        for (Audience audience : Audience.values()) {
          for (Detail detail : Detail.values()) {
            share(detail, audience);
            boolean isFor =
                switch (audience) {
                  case ALL -> true;
                  case CONTACTS -> tie == Tie.OWNER_HAS_VIEWER;
                  case TEAM -> tie == Tie.SAME_DEPARTMENT || tie == Tie.SAME_MANAGER;
                };
            if (sees(viewer) != (isFor && !isBlocked)) {
              wrong.add(audience + " " + detail + " " + tie + (isBlocked ? " blocked" : ""));
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private void tie(Tie tie) {
    String department = "Department " + UUID.randomUUID();
    SignedIn boss = stranger;
    switch (tie) {
      case NONE -> {}
      case OWNER_HAS_VIEWER -> contact(owner, viewer);
      case VIEWER_HAS_OWNER -> contact(viewer, owner);
      case SAME_DEPARTMENT -> {
        work(owner, department, null);
        work(viewer, department.toUpperCase(Locale.ROOT), null);
      }
      case SAME_MANAGER -> {
        work(owner, null, boss);
        work(viewer, "Elsewhere", boss);
      }
      case OTHER_TEAM -> {
        work(owner, department, boss);
        work(viewer, "Not " + department, owner);
      }
    }
  }

  @Test
  void anAdministratorSeesNoMoreThanAnyPerson() {
    share(Detail.EXACT, Audience.CONTACTS);
    assertThat(sees(people.admin("root"))).isFalse();
  }

  @Test
  void nothingMoreExactThanChosenIsStored() {
    share(Detail.KILOMETRE, Audience.ALL);
    assertThat(stored()).isEqualTo("48.13500 11.57515");
    share(Detail.EXACT, Audience.ALL);
    assertThat(stored()).isEqualTo("48.13913 11.58019");
    share(Detail.TOWN, Audience.ALL);
    assertThat(stored()).isEqualTo("48.13743 11.57549");
    Integer exact =
        jdbc.queryForObject(
            "select count(*) from location where account_id = ? and (x <> ? or y <> ?)",
            Integer.class,
            owner.id(),
            Mercator.x(11.57549),
            Mercator.y(48.13743));
    assertThat(exact).isZero();
  }

  private @Nullable String stored() {
    return jdbc.queryForObject(
        "select concat(latitude, ' ', longitude) from location where account_id = ?",
        String.class,
        owner.id());
  }

  @Test
  void theLatestPositionIsTheOnlyOne() {
    Sharing first = share(Detail.EXACT, Audience.ALL);
    Sharing moved =
        locations.move(owner, first.key(), new Position(48.15, 11.6, 8), Locale.ENGLISH);
    assertThat(rows()).isOne();
    assertThat(moved.latitude()).isEqualTo(48.15);
    assertThat(moved.until()).isCloseTo(first.until(), within(1, ChronoUnit.MILLIS));
  }

  @Test
  void aMoveIsAsCoarseAsWasAgreed() {
    Sharing first = share(Detail.TOWN, Audience.ALL);
    locations.move(owner, first.key(), new Position(48.16, 11.55, 8), Locale.ENGLISH);
    assertThat(stored()).isEqualTo("48.13743 11.57549");
  }

  @Test
  void aBrowserWhoseSharingWasReplacedOrStoppedMovesNothing() {
    Sharing first = share(Detail.EXACT, Audience.ALL);
    Sharing second = share(Detail.TOWN, Audience.CONTACTS);
    assertThatThrownBy(() -> locations.move(owner, first.key(), OFFICE, Locale.ENGLISH))
        .isInstanceOf(NotFoundException.class);
    locations.stop(owner);
    assertThatThrownBy(() -> locations.move(owner, second.key(), OFFICE, Locale.ENGLISH))
        .isInstanceOf(NotFoundException.class);
    assertThat(rows()).isZero();
  }

  @Test
  void whatIsOverIsNotShownAndThenNotThere() {
    share(Detail.EXACT, Audience.ALL);
    jdbc.update(
        "update location set until_at = ? where account_id = ?",
        java.sql.Timestamp.from(clock.instant().minusSeconds(1)),
        owner.id());
    assertThat(sees(viewer)).isFalse();
    assertThat(locations.current(owner, Locale.ENGLISH)).isEmpty();
    while (locations.sweep()) {
      // Others' may be over too.
    }
    assertThat(rows()).isZero();
  }

  @Test
  void todayEndsWithTheDayOfThePerson() {
    Instant evening = Instant.parse("2026-11-21T22:30:00Z");
    assertThat(Lasting.TODAY.end(evening, READER)).isEqualTo("2026-11-21T23:00:00Z");
    assertThat(
            Lasting.TODAY.end(
                evening, new ReaderTime(Locale.ENGLISH, ZoneId.of("America/New_York"))))
        .isEqualTo("2026-11-22T05:00:00Z");
    assertThat(Lasting.HOUR.end(evening, READER)).isEqualTo(evening.plus(Duration.ofHours(1)));
  }

  @Test
  void aShutAccountIsNowhereAndAClosedOneLeavesNothing() {
    share(Detail.EXACT, Audience.ALL);
    accounts.changeStatus(owner.username(), AccountStatus.DISABLED);
    assertThat(sees(viewer)).isFalse();
    locations.sweepShut();
    assertThat(rows()).isZero();
    accounts.changeStatus(owner.username(), AccountStatus.ACTIVE);
    share(Detail.EXACT, Audience.ALL);
    life.close(owner);
    assertThat(rows()).isZero();
  }

  @Test
  void positionsAreLimited() {
    Sharing shared = share(Detail.EXACT, Audience.ALL);
    for (int i = 1; i < Limit.LOCATION.most(); i++) {
      locations.move(owner, shared.key(), OFFICE, Locale.ENGLISH);
    }
    assertThatThrownBy(() -> locations.move(owner, shared.key(), OFFICE, Locale.ENGLISH))
        .isInstanceOf(TooManyRequestsException.class);
    locations.stop(owner);
    assertThat(rows()).isZero();
  }

  private int told(SignedIn who) {
    Integer rows =
        jdbc.queryForObject(
            "select count(*) from push_event where account_id = ? and type = 'map'",
            Integer.class,
            who.id());
    return rows == null ? 0 : rows;
  }

  @Test
  void anOpenMapIsToldOnceUntilItLooksAgainAndOnlyWhatConcernsIt() {
    String page = "0123456789abcdef";
    SignedIn elsewhere = people.employee("elsewhere");
    contact(owner, viewer);
    contact(owner, elsewhere);
    bell.look(viewer.id(), page, Box.of(11, 48, 12, 49));
    bell.look(stranger.id(), page, Box.of(11, 48, 12, 49));
    bell.look(elsewhere.id(), page, Box.of(-80, 30, -70, 40));
    Sharing shared = share(Detail.EXACT, Audience.CONTACTS);
    locations.move(owner, shared.key(), new Position(48.15, 11.6, 8), Locale.ENGLISH);
    assertThat(told(viewer)).isOne();
    assertThat(told(stranger)).isZero();
    assertThat(told(elsewhere)).isZero();
    bell.look(viewer.id(), page, Box.of(11, 48, 12, 49));
    locations.stop(owner);
    assertThat(told(viewer)).isEqualTo(2);
    assertThat(
            jdbc.queryForList(
                "select payload from push_event where account_id in (?, ?) and type in ('map',"
                    + " 'location')",
                String.class,
                viewer.id(),
                owner.id()))
        .containsOnly("{}");
  }

  @Test
  void theNearestComeFirstPageByPage() {
    SignedIn near = stranger;
    SignedIn far = people.employee("far");
    String department = "Department " + UUID.randomUUID();
    work(owner, department, null);
    work(near, department, null);
    work(far, department, null);
    work(viewer, department, null);
    ShareForm team = form(Detail.EXACT, Audience.TEAM);
    locations.share(owner, team, new Position(48.2, 16.4, 5), READER);
    locations.share(near, team, new Position(48.14, 11.6, 5), READER);
    locations.share(far, team, new Position(-33.9, 151.2, 5), READER);
    locations.share(viewer, team, OFFICE, READER);
    List<String> found = new ArrayList<>();
    String next = null;
    do {
      MapService.Nearest page =
          map.nearest(
              viewer,
              Box.WORLD,
              new Position(0, 0, 0),
              new Crowd(Crowd.Kind.ALL, null, null),
              next,
              1,
              Locale.ENGLISH);
      assertThat(page.fromMe()).isTrue();
      page.people().forEach(seen -> found.add(seen.user()));
      next = page.next();
    } while (next != null);
    assertThat(found).containsSubsequence(near.user(), owner.user(), far.user());
    assertThat(found).doesNotHaveDuplicates().doesNotContain(viewer.user());
  }

  @Test
  void aCrowdIsOnlyWhoIsOfIt() {
    contact(viewer, owner);
    jdbc.update("insert into contact_group (owner_id, name) values (?, 'Friends')", viewer.id());
    Long group =
        jdbc.queryForObject(
            "select id from contact_group where owner_id = ?", Long.class, viewer.id());
    jdbc.update(
        "insert into contact_group_member (group_id, contact_id) select ?, id from contact where"
            + " owner_id = ?",
        group,
        viewer.id());
    share(Detail.EXACT, Audience.ALL);
    work(owner, "Hidden " + group, null);
    assertThat(isOf(viewer, "contacts")).isTrue();
    assertThat(isOf(viewer, "favourites")).isFalse();
    assertThat(isOf(viewer, "team")).isFalse();
    assertThat(isOf(viewer, "group:" + group)).isTrue();
    // Somebody else's group, and a department that its owner does not show.
    assertThat(isOf(stranger, "group:" + group)).isFalse();
    assertThat(isOf(viewer, "department:Hidden " + group)).isFalse();
    jdbc.update("update profile set work_for = 'EVERYONE' where account_id = ?", owner.id());
    assertThat(isOf(viewer, "department:hidden " + group)).isTrue();
  }

  private boolean isOf(SignedIn who, String crowd) {
    return map
        .nearest(
            who,
            Box.of(11.5, 48.1, 11.7, 48.2),
            OFFICE,
            Crowd.parse(crowd),
            null,
            100,
            Locale.ENGLISH)
        .people()
        .stream()
        .anyMatch(seen -> seen.user().equals(owner.user()));
  }
}
