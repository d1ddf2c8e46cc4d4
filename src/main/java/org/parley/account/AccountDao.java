package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.parley.common.NotFoundException;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class AccountDao {
  private static final String ENTRY =
      "select id, sipUser, displayName, username, email, status from Account";

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** Stores a new account; its name may have been taken since somebody looked. */
  void save(Account account) {
    try {
      entities.persist(account);
      entities.flush();
    } catch (ConstraintViolationException e) {
      throw new UsernameTakenException(e);
    }
  }

  /** Two browsers of one person may sign in at once, so this goes past the row's version. */
  void noteSignIn(long id, Instant now) {
    entities
        .createNativeQuery("update account set last_sign_in_at = :now where id = :id")
        .setParameter("now", now)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Those of {@code names} that are somebody's sign-in name or address. */
  Set<String> taken(Collection<String> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Set<String> taken = new HashSet<>();
    for (String column : List.of("username", "sipUser")) {
      taken.addAll(
          entities
              .createQuery(
                  "select " + column + " from Account where " + column + " in :names", String.class)
              .setParameter("names", names)
              .getResultList());
    }
    return taken;
  }

  /** Those of {@code emails} that an account has, in small letters. */
  Set<String> knownEmails(Collection<String> emails) {
    if (emails.isEmpty()) {
      return Set.of();
    }
    // By the words that accounts are found by: addresses as such have no index.
    List<String> known =
        entities
            .createQuery(
                "select a.email from Account a join a.terms t where t.term in :words", String.class)
            .setParameter("words", emails.stream().map(SearchTerms::whole).toList())
            .getResultList();
    return known.stream()
        .filter(Objects::nonNull)
        .map(email -> email.toLowerCase(Locale.ROOT))
        .filter(new HashSet<>(emails)::contains)
        .collect(Collectors.toSet());
  }

  /** The identifier behind a sign-in name, without reading the account. */
  Optional<Long> idOf(String username) {
    return Optional.ofNullable(
        entities
            .createQuery("select id from Account where username = :username", Long.class)
            .setParameter("username", username)
            .getSingleResultOrNull());
  }

  /** As {@link #find}, as the database has it now, locked until the transaction ends. */
  Optional<Account> findLocked(long id) {
    return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Account> find(long id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  /** The account, with its row held until the transaction ends. */
  Account lock(long id) {
    Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (account == null) {
      throw new NotFoundException();
    }
    return account;
  }

  Optional<Account> findByUsername(String username) {
    return entities
        .createQuery("from Account where username = :username", Account.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  /** Whoever has shown that this address is theirs. */
  Optional<Account> findByVerifiedEmail(String email) {
    return first(
        entities
            .createNativeQuery("select * from account where verified_email = :email", Account.class)
            .setParameter("email", email)
            .getResultList());
  }

  /** The latest account that waits for this address to be confirmed. */
  Optional<Account> findUnverified(String email) {
    return entities
        .createQuery(
            "from Account where email = :email and status = :status order by id desc",
            Account.class)
        .setParameter("email", email)
        .setParameter("status", AccountStatus.UNVERIFIED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Whether somebody else administers the portal too. */
  boolean hasOtherAdmin(long id) {
    return !entities
        .createQuery(
            "select id from Account where status = :active and role = :admin and id <> :id",
            Long.class)
        .setParameter("active", AccountStatus.ACTIVE)
        .setParameter("admin", Role.ADMIN)
        .setParameter("id", id)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Removes accounts that were asked for before {@code before} and never confirmed. */
  void removeUnverified(Instant before, int limit) {
    entities
        .createQuery(
            "from Account where status = :status and createdAt < :before order by createdAt",
            Account.class)
        .setParameter("status", AccountStatus.UNVERIFIED)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList()
        .forEach(entities::remove);
  }

  void flush() {
    entities.flush();
  }

  Optional<Account> findBySipUser(String sipUser) {
    return entities
        .createQuery("from Account where sipUser = :sipUser", Account.class)
        .setParameter("sipUser", sipUser)
        .getResultStream()
        .findFirst();
  }

  List<Account> findAllBySipUser(Collection<String> sipUsers) {
    return sipUsers.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Account where sipUser in :users", Account.class)
            .setParameter("users", sipUsers)
            .getResultList();
  }

  List<Account> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from Account where id in :ids", Account.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /**
   * Active accounts whose name or address starts with {@code prefix}, by name, without one.
   *
   * @param after the account before the first one wanted; none for the beginning
   */
  List<Account> search(String prefix, long withoutId, Optional<Account> after, int limit) {
    String pattern = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    return entities
        .createQuery(
            "from Account where status = :active and id <> :without and displayName >= :name"
                + " and (displayName > :name or id > :id)"
                + " and (displayName like :pattern escape '!' or sipUser like :pattern escape '!'"
                + " or displayName like :inner escape '!')"
                + " order by displayName, id",
            Account.class)
        .setParameter("active", AccountStatus.ACTIVE)
        .setParameter("without", withoutId)
        .setParameter("name", after.map(Account::displayName).orElse(""))
        .setParameter("id", after.map(Account::id).orElse(0L))
        .setParameter("pattern", pattern)
        .setParameter("inner", "% " + pattern)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Everybody, whatever their status, in order of sign-in name, after {@code afterUsername}. */
  List<Account> page(String afterUsername, int limit) {
    return entities
        .createQuery("from Account where username > :after order by username", Account.class)
        .setParameter("after", afterUsername)
        .setMaxResults(limit)
        .getResultList();
  }

  /** What accounts are found by, in order of identifier, after {@code id}. */
  List<AccountFeed.Entry> entriesAfter(long id, int limit) {
    return entities
        .createQuery(ENTRY + " where id > :id order by id", Object[].class)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultStream()
        .map(AccountDao::entry)
        .toList();
  }

  /** What these are found by. */
  List<AccountFeed.Entry> entries(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(ENTRY + " where id in :ids", Object[].class)
            .setParameter("ids", ids)
            .getResultStream()
            .map(AccountDao::entry)
            .toList();
  }

  private static AccountFeed.Entry entry(Object[] row) {
    return new AccountFeed.Entry(
        (long) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        row[5] == AccountStatus.ACTIVE);
  }

  /** Identifiers and times of accounts that changed after this one did. */
  List<Object[]> changed(Instant at, long id, int limit) {
    return entities
        .createQuery(
            "select id, updatedAt from Account where updatedAt >= :at and (updatedAt > :at or id >"
                + " :id) order by updatedAt, id",
            Object[].class)
        .setParameter("at", at)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  private static Optional<Account> first(List<?> rows) {
    return rows.stream().map(Account.class::cast).findFirst();
  }
}
