package org.parley.location;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Repository;

/** Who says in their profile that they belong to a country, and who is in one now. */
@Repository
class RegionDao {
  /** Whose profile shows {@code :me} where they are at home. */
  private static final String SHOWN =
      " (p.place_for = 'EVERYONE' or p.account_id = :me or (p.place_for = 'CONTACTS' and exists"
          + " (select 1 from contact c where c.owner_id = p.account_id and c.person_id = :me)))";

  private static final String NEXT =
      " and (a.display_name > :name or (a.display_name = :name and a.id > :id)) order by"
          + " a.display_name, a.id limit :limit";

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * Where a list goes on.
   *
   * @param name of the last one before
   * @param id their account
   */
  record Last(String name, long id) {
    static final Last NONE = new Last("", 0);
  }

  /** How many are at home where, in their own words, as far as {@code me} sees it. */
  List<MapDao.Count> homes(SignedIn me) {
    Query query =
        entities
            .createNativeQuery(
                "select p.country, coalesce(p.region, ''), count(*) from profile p join account a"
                    + " on a.id = p.account_id and a.status = 'ACTIVE' where p.country is not null"
                    + " and"
                    + SHOWN
                    + " group by p.country, coalesce(p.region, '')",
                Object[].class)
            .setParameter("me", me.id());
    return MapDao.counts(query);
  }

  /** How many are at home where, whoever may see it: for administrators. */
  List<MapDao.Count> homes() {
    return MapDao.counts(
        entities.createNativeQuery(
            "select p.country, coalesce(p.region, ''), count(*) from profile p join account a on"
                + " a.id = p.account_id and a.status = 'ACTIVE' where p.country is not null group"
                + " by p.country, coalesce(p.region, '')",
            Object[].class));
  }

  /** Those at home in these parts of a country, by name. */
  List<Long> atHome(SignedIn me, String country, Collection<String> regions, Last last, int limit) {
    Query query =
        entities
            .createNativeQuery(
                "select a.id from profile p join account a on a.id = p.account_id and a.status ="
                    + " 'ACTIVE' where p.country = :country"
                    + (regions.isEmpty() ? "" : " and coalesce(p.region, '') in (:regions)")
                    + " and"
                    + SHOWN
                    + NEXT,
                Long.class)
            .setParameter("me", me.id());
    return ids(query, country, regions, last, limit);
  }

  /** Those who are in these parts of a country now, as far as {@code viewer} sees it, by name. */
  List<Long> there(
      Viewer viewer,
      Instant now,
      String country,
      Collection<String> regions,
      Last last,
      int limit) {
    Query query =
        entities.createNativeQuery(
            "select a.id from location l join account a on a.id = l.account_id where l.country ="
                + " :country"
                + (regions.isEmpty() ? "" : " and coalesce(l.region, '') in (:regions)")
                + " and"
                + Sight.SEEN
                + NEXT,
            Long.class);
    Sight.bind(query, viewer, Crowd.EVERYBODY, now);
    return ids(query, country, regions, last, limit);
  }

  private static List<Long> ids(
      Query query, String country, Collection<String> regions, Last last, int limit) {
    query
        .setParameter("country", country)
        .setParameter("name", last.name())
        .setParameter("id", last.id())
        .setParameter("limit", limit);
    if (!regions.isEmpty()) {
      query.setParameter("regions", regions);
    }
    List<?> found = query.getResultList();
    return found.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
