package org.parley.location;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The table {@code map_watch}. */
@Repository
class WatchDao {
  private static final int MOST = 2_000;

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** This page looks at {@code box} and has seen everything until now. */
  void look(long accountId, String page, Box box, Instant now) {
    entities
        .createNativeQuery(
            "insert into map_watch (account_id, page, west, north, east, south, seen_at, rung)"
                + " values (:account, :page, :west, :north, :east, :south, :now, false) on duplicate"
                + " key update west = :west, north = :north, east = :east, south = :south, seen_at ="
                + " :now, rung = false")
        .setParameter("account", accountId)
        .setParameter("page", page)
        .setParameter("west", box.west())
        .setParameter("north", box.north())
        .setParameter("east", box.east())
        .setParameter("south", box.south())
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Whose pages show the place and have not been told of any change, among those who may know of
   * {@code owner}; they count as told from now on.
   */
  List<Long> ring(long owner, Audience audience, int x, int y, Instant since) {
    List<?> found =
        entities
            .createNativeQuery(
                "select w.account_id, w.page from map_watch w where w.seen_at >= :since and w.rung ="
                    + " false and w.account_id <> :owner and w.west <= :x and w.east >= :x and"
                    + " w.north <= :y and w.south >= :y"
                    + knowing(audience)
                    + " and not exists (select 1 from contact_block b where b.owner_id = :owner and"
                    + " b.person_id = w.account_id) limit "
                    + MOST
                    + " for update skip locked",
                Object[].class)
            .setParameter("since", since)
            .setParameter("owner", owner)
            .setParameter("x", x)
            .setParameter("y", y)
            .getResultList();
    List<Object[]> pages = found.stream().map(Object[].class::cast).toList();
    for (Object[] page : pages) {
      entities
          .createNativeQuery(
              "update map_watch set rung = true where account_id = :account and page = :page")
          .setParameter("account", page[0])
          .setParameter("page", page[1])
          .executeUpdate();
    }
    return pages.stream().map(page -> ((Number) page[0]).longValue()).distinct().toList();
  }

  private static String knowing(Audience audience) {
    return switch (audience) {
      case ALL -> "";
      case CONTACTS ->
          " and exists (select 1 from contact c where c.owner_id = :owner and c.person_id ="
              + " w.account_id)";
      case TEAM ->
          " and exists (select 1 from profile v join profile o on o.account_id = :owner where"
              + " v.account_id = w.account_id and (v.department = o.department or v.manager_id ="
              + " o.manager_id))";
    };
  }

  int purge(Instant before) {
    return entities
        .createNativeQuery("delete from map_watch where seen_at < :before limit 2000")
        .setParameter("before", before)
        .executeUpdate();
  }

  void forget(long accountId) {
    entities
        .createNativeQuery("delete from map_watch where account_id = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }
}
