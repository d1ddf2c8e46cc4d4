package org.parley.phonebook;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code contact_block}. */
@Repository
class BlockDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void save(Block block) {
    entities.persist(block);
  }

  void remove(Block block) {
    entities.remove(block);
  }

  Optional<Block> find(long ownerId, long id) {
    return Optional.ofNullable(entities.find(Block.class, id))
        .filter(block -> block.ownerId() == ownerId);
  }

  Optional<Block> person(long ownerId, long personId) {
    return entities
        .createQuery("from Block where ownerId = :owner and personId = :person", Block.class)
        .setParameter("owner", ownerId)
        .setParameter("person", personId)
        .getResultStream()
        .findFirst();
  }

  Optional<Block> address(long ownerId, AddressKind kind, String normalised) {
    return entities
        .createQuery(
            "from Block where ownerId = :owner and kind = :kind and normalised = :normalised",
            Block.class)
        .setParameter("owner", ownerId)
        .setParameter("kind", kind)
        .setParameter("normalised", normalised)
        .getResultStream()
        .findFirst();
  }

  /** An owner's blocks, the latest first, before {@code id}. */
  List<Block> page(long ownerId, long before, int limit) {
    return entities
        .createQuery(
            "from Block where ownerId = :owner and id < :before order by id desc", Block.class)
        .setParameter("owner", ownerId)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  long count(long ownerId) {
    return entities
        .createQuery("select count(*) from Block where ownerId = :owner", Long.class)
        .setParameter("owner", ownerId)
        .getSingleResult();
  }
}
