package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The table {@code secret_question}. */
@Repository
class SecretQuestionDao {
  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  Optional<SecretQuestion> find(long accountId) {
    return Optional.ofNullable(entities.find(SecretQuestion.class, accountId));
  }

  void save(SecretQuestion question) {
    entities.merge(question);
  }

  void remove(long accountId) {
    find(accountId).ifPresent(entities::remove);
  }
}
