package org.parley.location;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What of the table {@code location} somebody sees; {@link Sight} decides. */
@Repository
class MapDao {
  private static final String IN_BOX =
      " l.y between :north and :south and l.x between :west and :east and";

  /** Metres along the surface between a row and :latitude, :longitude; whole ones, to page by. */
  private static final String DISTANCE =
      "cast(floor(12742017.6 * asin(least(1, sqrt(pow(sin(radians(l.latitude - :latitude) / 2), 2)"
          + " + cos(radians(:latitude)) * cos(radians(l.latitude)) * pow(sin(radians(l.longitude -"
          + " :longitude) / 2), 2))))) as signed)";

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * People who are close to each other.
   *
   * @param count how many
   * @param x their middle
   * @param y their middle
   * @param first the account of one of them
   */
  record Cell(long count, double x, double y, long first) {}

  /** Somebody, and how far away they are in metres. */
  record Near(long accountId, long distance) {}

  /** How many there are in a part of a country, by its code. */
  record Count(String country, String region, long people) {}

  /** What decides about what {@code accountId} sees. */
  Viewer viewer(long accountId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select department, manager_id from profile where account_id = :account",
                Object[].class)
            .setParameter("account", accountId)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Viewer(
                    accountId,
                    (String) row[0],
                    row[1] == null ? null : ((Number) row[1]).longValue()))
        .findFirst()
        .orElse(new Viewer(accountId, null, null));
  }

  List<Cell> cells(Viewer viewer, Box box, int shift, Crowd crowd, Instant now) {
    Query query =
        entities.createNativeQuery(
            "select count(*), avg(l.x), avg(l.y), min(l.account_id) from location l where"
                + IN_BOX
                + Sight.SEEN
                + Sight.of(crowd)
                + " group by l.y >> :shift, l.x >> :shift",
            Object[].class);
    bind(query, box);
    Sight.bind(query, viewer, crowd, now);
    return rows(query.setParameter("shift", shift)).stream()
        .map(
            row ->
                new Cell(
                    number(row[0]),
                    ((Number) row[1]).doubleValue(),
                    ((Number) row[2]).doubleValue(),
                    number(row[3])))
        .toList();
  }

  /**
   * Those in {@code box} who are nearest to a place, after {@code after} and no further than {@code
   * metres}.
   */
  List<Near> nearest(
      Viewer viewer,
      Box box,
      double latitude,
      double longitude,
      long metres,
      Near after,
      int limit,
      Crowd crowd,
      Instant now) {
    Query query =
        entities.createNativeQuery(
            "select id, distance from (select l.account_id id, "
                + DISTANCE
                + " distance from location l where"
                + IN_BOX
                + Sight.SEEN
                + Sight.of(crowd)
                + ") near where distance <= :metres and (distance > :distance or (distance ="
                + " :distance and id > :after)) order by distance, id limit :limit",
            Object[].class);
    bind(query, box);
    Sight.bind(query, viewer, crowd, now);
    query
        .setParameter("latitude", latitude)
        .setParameter("longitude", longitude)
        .setParameter("metres", metres)
        .setParameter("distance", after.distance())
        .setParameter("after", after.accountId())
        .setParameter("limit", limit);
    return rows(query).stream().map(row -> new Near(number(row[0]), number(row[1]))).toList();
  }

  /** A person's own groups, by name. */
  List<MapService.Group> groups(long ownerId, int limit) {
    Query query =
        entities
            .createNativeQuery(
                "select id, name from contact_group where owner_id = :owner order by name, id",
                Object[].class)
            .setParameter("owner", ownerId)
            .setMaxResults(limit);
    return rows(query).stream()
        .map(row -> new MapService.Group(number(row[0]), String.valueOf(row[1])))
        .toList();
  }

  /** Departments that somebody shows to everybody. */
  List<String> departments(int limit) {
    List<?> names =
        entities
            .createNativeQuery(
                "select department from profile where department is not null and work_for ="
                    + " 'EVERYONE' group by department order by department",
                String.class)
            .setMaxResults(limit)
            .getResultList();
    return names.stream().map(String::valueOf).toList();
  }

  /** How many a person sees, by where they are. */
  List<Count> byRegion(Viewer viewer, Instant now) {
    Query query =
        entities.createNativeQuery(
            "select l.country, coalesce(l.region, ''), count(*) from location l where l.country is"
                + " not null and"
                + Sight.SEEN
                + " group by l.country, coalesce(l.region, '')",
            Object[].class);
    Sight.bind(query, viewer, Crowd.EVERYBODY, now);
    return counts(query);
  }

  /** How many share where they are, by where they are: for administrators. */
  List<Count> byRegion(Instant now) {
    return counts(
        entities
            .createNativeQuery(
                "select country, coalesce(region, ''), count(*) from location where country is not"
                    + " null and until_at > :now group by country, coalesce(region, '')",
                Object[].class)
            .setParameter("now", now));
  }

  static List<Count> counts(Query query) {
    return rows(query).stream()
        .map(row -> new Count(String.valueOf(row[0]), String.valueOf(row[1]), number(row[2])))
        .toList();
  }

  private static void bind(Query query, Box box) {
    query
        .setParameter("west", box.west())
        .setParameter("north", box.north())
        .setParameter("east", box.east())
        .setParameter("south", box.south());
  }

  private static List<Object[]> rows(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
