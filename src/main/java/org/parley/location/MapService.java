package org.parley.location;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.account.People;
import org.parley.account.Person;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where others are, as far as they let somebody see it. */
@Service
@Transactional(readOnly = true)
class MapService {
  /** Within how many metres to look for the nearest people, one after the other. */
  private static final List<Integer> REACHES = List.of(5_000, 50_000, 500_000, 30_000_000);

  private static final int CHOICES = 200;
  private static final MapDao.Near FIRST = new MapDao.Near(0, -1);

  private final MapDao map;
  private final LocationDao locations;
  private final Gazetteer towns;
  private final People people;
  private final Clock clock;

  MapService(MapDao map, LocationDao locations, Gazetteer towns, People people, Clock clock) {
    this.map = map;
    this.locations = locations;
    this.towns = towns;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Somebody on the map.
   *
   * @param distance in metres; none where it is not asked for
   * @param accuracy within how many metres of there they are
   * @param detail how exactly they share it
   */
  record Seen(
      String user,
      String name,
      @Nullable String picture,
      @Nullable String status,
      double latitude,
      double longitude,
      int accuracy,
      Detail detail,
      @Nullable String town,
      Instant updatedAt,
      @Nullable Long distance) {}

  /** Several who are close to each other. */
  record Cluster(double latitude, double longitude, long count) {}

  /** A part of the map: those who stand alone, and the others by places. */
  record View(List<Seen> people, List<Cluster> clusters, long total) {}

  /**
   * Those in a part of the map, the nearest first.
   *
   * @param fromMe whether distances are told from where the viewer is, not from the map's middle
   */
  record Nearest(List<Seen> people, @Nullable String next, boolean fromMe) {}

  /** One of the viewer's own groups. */
  public record Group(long id, String name) {}

  /** The groups that {@code me} can choose. */
  public List<Group> groups(SignedIn me) {
    return map.groups(me.id(), CHOICES);
  }

  /** The departments that anybody can choose. */
  public List<String> departments() {
    return map.departments(CHOICES);
  }

  /** What a map shows of {@code box} at {@code zoom}. */
  public View view(SignedIn me, Box box, int zoom, Crowd crowd, Locale locale) {
    Instant now = clock.instant();
    List<MapDao.Cell> cells = map.cells(map.viewer(me.id()), box, box.shift(zoom), crowd, now);
    List<MapDao.Near> alone =
        cells.stream()
            .filter(cell -> cell.count() == 1)
            .map(cell -> new MapDao.Near(cell.first(), -1))
            .toList();
    List<Cluster> clusters =
        cells.stream()
            .filter(cell -> cell.count() > 1)
            .map(
                cell ->
                    new Cluster(
                        Mercator.latitude(cell.y()), Mercator.longitude(cell.x()), cell.count()))
            .toList();
    return new View(
        seen(alone, now, locale), clusters, cells.stream().mapToLong(MapDao.Cell::count).sum());
  }

  /** Those in {@code box}, the nearest first: to the viewer, where they share where they are. */
  public Nearest nearest(
      SignedIn me,
      Box box,
      Position middle,
      Crowd crowd,
      @Nullable String after,
      int limit,
      Locale locale) {
    Instant now = clock.instant();
    Optional<Location> mine = locations.find(me.id()).filter(own -> !own.isOver(now));
    Position from =
        mine.map(own -> new Position(own.latitude(), own.longitude(), 0)).orElse(middle);
    MapDao.Near last = key(after);
    Viewer viewer = map.viewer(me.id());
    List<MapDao.Near> found = new ArrayList<>();
    for (int reach : REACHES) {
      if (reach < last.distance()) {
        continue;
      }
      Box part = box.around(from.latitude(), from.longitude(), reach);
      if (part == null) {
        continue;
      }
      found =
          map.nearest(
              viewer, part, from.latitude(), from.longitude(), reach, last, limit + 1, crowd, now);
      if (found.size() > limit || part.equals(box)) {
        break;
      }
    }
    boolean more = found.size() > limit;
    List<MapDao.Near> shown = more ? found.subList(0, limit) : found;
    MapDao.Near end = more ? shown.get(limit - 1) : null;
    return new Nearest(
        seen(shown, now, locale),
        end == null ? null : end.distance() + "-" + end.accountId(),
        mine.isPresent());
  }

  private List<Seen> seen(List<MapDao.Near> found, Instant now, Locale locale) {
    List<Long> ids = found.stream().map(MapDao.Near::accountId).toList();
    Map<Long, Location> places =
        locations.findAll(ids).stream()
            .collect(Collectors.toMap(Location::accountId, Function.identity()));
    Map<Long, Person> who = people.findAllById(ids, locale);
    List<Seen> seen = new ArrayList<>();
    for (MapDao.Near near : found) {
      Location place = places.get(near.accountId());
      Person person = who.get(near.accountId());
      if (place != null && person != null) {
        seen.add(
            new Seen(
                person.user(),
                person.name(),
                person.picture(),
                person.statusNow(now),
                place.latitude(),
                place.longitude(),
                place.accuracy(),
                place.detail(),
                towns.find(place.townId()).map(town -> town.name(locale)).orElse(null),
                place.updatedAt(),
                near.distance() < 0 ? null : near.distance()));
      }
    }
    seen.sort(Comparator.comparing(one -> one.distance() == null ? 0L : one.distance()));
    return seen;
  }

  private static MapDao.Near key(@Nullable String after) {
    if (after == null || after.isEmpty()) {
      return FIRST;
    }
    String[] parts = after.split("-", 2);
    try {
      if (parts.length == 2) {
        return new MapDao.Near(Long.parseLong(parts[1]), Long.parseLong(parts[0]));
      }
    } catch (NumberFormatException e) {
      throw new InvalidRequestException("problem.page");
    }
    throw new InvalidRequestException("problem.page");
  }
}
