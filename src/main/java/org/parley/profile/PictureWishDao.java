package org.parley.profile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code picture_wish}. */
@Repository
class PictureWishDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * A picture to be fetched.
   *
   * @param accountId whose it is
   * @param provider who told of it
   * @param url where it is
   * @param tries how often it was tried before
   */
  record Wish(long accountId, String provider, String url, int tries) {}

  void save(long accountId, String provider, String url, Instant due) {
    entities
        .createNativeQuery(
            "insert into picture_wish (account_id, provider, url, due_at)"
                + " values (:account, :provider, :url, :due)")
        .setParameter("account", accountId)
        .setParameter("provider", provider)
        .setParameter("url", url)
        .setParameter("due", due)
        .executeUpdate();
  }

  /** One that is due and that no other node is at; it is due again at {@code next}. */
  Optional<Wish> claim(Instant now, Instant next) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select account_id, provider, url, tries from picture_wish where due_at <= :now"
                    + " order by due_at limit 1 for update skip locked",
                Object[].class)
            .setParameter("now", now)
            .getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Object[] row = (Object[]) rows.get(0);
    Wish wish =
        new Wish(
            ((Number) row[0]).longValue(),
            (String) row[1],
            (String) row[2],
            ((Number) row[3]).intValue());
    entities
        .createNativeQuery(
            "update picture_wish set tries = tries + 1, due_at = :next where account_id = :account")
        .setParameter("next", next)
        .setParameter("account", wish.accountId())
        .executeUpdate();
    return Optional.of(wish);
  }

  void remove(long accountId) {
    entities
        .createNativeQuery("delete from picture_wish where account_id = :account")
        .setParameter("account", accountId)
        .executeUpdate();
  }
}
