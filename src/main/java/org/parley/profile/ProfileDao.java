package org.parley.profile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

  /**
   * What lists show of a profile, and who may see it.
   *
   * @param accountId whose
   * @param told all of it
   * @param workFor who may see job, department and skills
   * @param placeFor who may see place, region and country
   */
  record Brief(long accountId, Told told, Visibility workFor, Visibility placeFor) {}

  /** Without numbers and links, which would be read one profile after the other. */
  List<Brief> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select accountId, job, department, skills, place, region, country, workFor,"
                    + " placeFor from Profile where accountId in :ids",
                Object[].class)
            .setParameter("ids", ids)
            .getResultStream()
            .map(
                row ->
                    new Brief(
                        (long) row[0],
                        new Told(
                            (String) row[1],
                            (String) row[2],
                            (String) row[3],
                            (String) row[4],
                            (String) row[5],
                            (String) row[6]),
                        (Visibility) row[7],
                        (Visibility) row[8]))
            .toList();
  }

  /** Identifiers and times of profiles that changed after this one did. */
  List<Object[]> changed(Instant at, long id, int limit) {
    return entities
        .createQuery(
            "select accountId, updatedAt from Profile where updatedAt >= :at and (updatedAt > :at"
                + " or accountId > :id) order by updatedAt, accountId",
            Object[].class)
        .setParameter("at", at)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }
}
