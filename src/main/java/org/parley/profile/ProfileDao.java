package org.parley.profile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables {@code profile} and {@code picture}. */
@Repository
class ProfileDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  Optional<Profile> find(long accountId) {
    return Optional.ofNullable(entities.find(Profile.class, accountId));
  }

  void save(Profile profile) {
    entities.persist(profile);
  }

  Optional<Picture> picture(long accountId) {
    return Optional.ofNullable(entities.find(Picture.class, accountId));
  }

  void save(Picture picture) {
    entities.persist(picture);
  }

  /** Removes all that a person told of themselves. */
  void forget(long accountId) {
    find(accountId).ifPresent(entities::remove);
    picture(accountId).ifPresent(entities::remove);
    entities
        .createQuery("update Profile set managerId = null where managerId = :id")
        .setParameter("id", accountId)
        .executeUpdate();
  }

  void removePicture(long accountId) {
    picture(accountId).ifPresent(entities::remove);
  }

  /** The identifier of whom this account reports to; none where nobody is told. */
  @Nullable Long managerOf(long accountId) {
    return entities
        .createQuery("select managerId from Profile where accountId = :account", Long.class)
        .setParameter("account", accountId)
        .getSingleResultOrNull();
  }
}
