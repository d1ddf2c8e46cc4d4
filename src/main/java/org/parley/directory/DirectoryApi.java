package org.parley.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.parley.common.Settings;
import org.parley.profile.Told;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues, for scripts. */
@RestController
@RequestMapping("/api")
class DirectoryApi {
  private static final int USUAL = 24;

  private final DirectorySearch search;
  private final SearchLimit limit;
  private final Settings settings;
  private final Clock clock;

  DirectoryApi(DirectorySearch search, SearchLimit limit, Settings settings, Clock clock) {
    this.search = search;
    this.limit = limit;
    this.settings = settings;
    this.clock = clock;
  }

  /** Somebody to call or write to; what they do not tell whoever asks is missing. */
  record Colleague(
      String user,
      String name,
      String address,
      @Nullable String picture,
      @Nullable String status,
      @Nullable String job,
      @Nullable String department,
      @Nullable String skills,
      @Nullable String place,
      @Nullable String region,
      @Nullable String country) {}

  /**
   * A page of colleagues.
   *
   * @param total how many there are, up to ten thousand; none while that cannot be told
   * @param near whether there are among them whose words are written only nearly so
   */
  record Colleagues(
      List<Colleague> people, @Nullable String next, @Nullable Integer total, boolean near) {}

  @GetMapping("/people")
  Colleagues people(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "country", required = false) @Nullable String country,
      @RequestParam(name = "region", required = false) @Nullable String region,
      @RequestParam(name = "department", required = false) @Nullable String department,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "limit", required = false) @Nullable Integer asked) {
    limit.count(me.id());
    DirectorySearch.Result found =
        search.find(
            me,
            text,
            new DirectorySearch.Filter(given(country), given(region), given(department)),
            after,
            Page.limit(asked, USUAL));
    Instant now = clock.instant();
    return new Colleagues(
        found.items().stream().map(one -> colleague(one, now)).toList(),
        found.next(),
        found.total(),
        found.isNear());
  }

  /**
   * What people can be filtered by, as far as everybody may see it; regions are of {@code country}.
   */
  @GetMapping("/directory/choices")
  DirectorySearch.Choices choices(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "country", required = false) @Nullable String country) {
    limit.count(me.id());
    return search.choices(given(country));
  }

  private Colleague colleague(DirectorySearch.Found found, Instant now) {
    Person person = found.person();
    Told told = found.told();
    return new Colleague(
        person.user(),
        person.name(),
        "sip:" + person.user() + "@" + settings.domain(),
        person.picture(),
        person.statusNow(now),
        told.job(),
        told.department(),
        told.skills(),
        told.place(),
        told.region(),
        told.country());
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
