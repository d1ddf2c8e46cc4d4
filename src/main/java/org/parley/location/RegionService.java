package org.parley.location;

import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People by country and region: where they are at home, and where they are now. */
@Service
@Transactional(readOnly = true)
class RegionService {
  /** Of fewer than that many, administrators learn no number: it could be somebody. */
  static final long FEW = 5;

  /** Begins a region that is nobody's but the people's who wrote it. */
  private static final String WORDS = "~";

  private final RegionDao regions;
  private final MapDao map;
  private final Gazetteer towns;
  private final People people;
  private final Clock clock;

  RegionService(RegionDao regions, MapDao map, Gazetteer towns, People people, Clock clock) {
    this.regions = regions;
    this.map = map;
    this.towns = towns;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A part of a country.
   *
   * @param key names it in addresses
   * @param name as the reader calls it; empty where people name none
   * @param home how many say that they are at home there
   * @param now how many are there now
   */
  public record Part(String key, String name, long home, long now) {}

  /** A country with its parts. */
  public record Land(String code, String name, long home, long now, List<Part> parts) {}

  /** Some of the people of a place. */
  public record Those(List<Person> people, @Nullable String next) {}

  /** All countries in which somebody is whom {@code me} may see there. */
  public List<Land> lands(SignedIn me, Locale locale) {
    return lands(regions.homes(me), map.byRegion(map.viewer(me.id()), clock.instant()), locale);
  }

  /** All countries in which anybody is: numbers alone. */
  public List<Land> lands(Locale locale) {
    return lands(regions.homes(), map.byRegion(clock.instant()), locale);
  }

  private List<Land> lands(List<MapDao.Count> homes, List<MapDao.Count> nows, Locale locale) {
    Map<String, Map<String, long[]>> all = new TreeMap<>();
    homes.forEach(
        count -> add(all, count.country(), key(count.country(), count.region()), 0, count));
    nows.forEach(count -> add(all, count.country(), count.region(), 1, count));
    Comparator<Object> order = Collator.getInstance(locale);
    List<Land> lands = new ArrayList<>();
    all.forEach(
        (country, parts) -> {
          List<Part> listed = new ArrayList<>();
          parts.forEach(
              (key, both) ->
                  listed.add(new Part(key, name(country, key, locale), both[0], both[1])));
          // Those who name no part come last.
          listed.sort(
              Comparator.comparing((Part part) -> part.name().isEmpty())
                  .thenComparing(Part::name, order));
          lands.add(
              new Land(
                  country,
                  Countries.name(country, locale),
                  listed.stream().mapToLong(Part::home).sum(),
                  listed.stream().mapToLong(Part::now).sum(),
                  listed));
        });
    lands.sort(Comparator.comparing(Land::name, order));
    return lands;
  }

  private static void add(
      Map<String, Map<String, long[]>> all,
      String country,
      String key,
      int column,
      MapDao.Count count) {
    all.computeIfAbsent(country, any -> new TreeMap<>())
            .computeIfAbsent(key, any -> new long[2])[column] +=
        count.people();
  }

  /** What people wrote, as a key: "Bayern" and "bavaria" are one. */
  private String key(String country, String words) {
    return words.isBlank()
        ? ""
        : towns.regionCode(country, words).orElse(WORDS + words.strip().toLowerCase(Locale.ROOT));
  }

  private String name(String country, String key, Locale locale) {
    if (key.startsWith(WORDS)) {
      return key.substring(1, 2).toUpperCase(locale) + key.substring(2);
    }
    return key.isEmpty() ? "" : towns.regionName(country, key, locale);
  }

  /**
   * Those at a place, by name.
   *
   * @param region a key; none means the whole country
   * @param isNow those who are there now, not those who are at home there
   * @param after the user of the last one before; none for the beginning
   */
  public Those those(
      SignedIn me,
      String country,
      @Nullable String region,
      boolean isNow,
      @Nullable String after,
      int limit) {
    RegionDao.Last last =
        after == null
            ? RegionDao.Last.NONE
            : people
                .find(after)
                .map(person -> new RegionDao.Last(person.name(), person.id()))
                .orElse(RegionDao.Last.NONE);
    List<Long> found;
    if (isNow) {
      List<String> codes = region == null ? List.of() : List.of(region);
      found = regions.there(map.viewer(me.id()), clock.instant(), country, codes, last, limit + 1);
    } else {
      List<String> words = region == null ? List.of() : written(me, country, region);
      found =
          region != null && words.isEmpty()
              ? List.of()
              : regions.atHome(me, country, words, last, limit + 1);
    }
    boolean more = found.size() > limit;
    List<Long> ids = more ? found.subList(0, limit) : found;
    Map<Long, Person> known = people.findAllById(ids);
    List<Person> shown = ids.stream().map(known::get).filter(Objects::nonNull).toList();
    return new Those(shown, more && !shown.isEmpty() ? shown.get(shown.size() - 1).user() : null);
  }

  /** All that people wrote and that means this part. */
  private List<String> written(SignedIn me, String country, String region) {
    return regions.homes(me).stream()
        .filter(count -> count.country().equals(country))
        .map(MapDao.Count::region)
        .filter(words -> key(country, words).equals(region))
        .toList();
  }
}
