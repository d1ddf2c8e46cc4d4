package org.parley.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.common.InvalidRequestException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up colleagues for other features: one query for any number of people. */
@Service
@Transactional(readOnly = true)
public class People {
  private final AccountDao accounts;
  private final FormerNameDao formerNames;
  private final ClosedNames closedNames;
  private final ShownNames names;

  People(
      AccountDao accounts, FormerNameDao formerNames, ClosedNames closedNames, ShownNames names) {
    this.accounts = accounts;
    this.formerNames = formerNames;
    this.closedNames = closedNames;
    this.names = names;
  }

  /** Whoever has, or had, the address of record's user part {@code user}, active or not. */
  public Optional<Person> find(String user) {
    String name = user.toLowerCase(Locale.ROOT);
    return accounts
        .findBySipUser(name)
        .or(() -> formerNames.find(name).flatMap(former -> accounts.find(former.accountId())))
        .or(() -> closedNames.owner(name).flatMap(accounts::find))
        .map(this::person);
  }

  /**
   * By the user part of their addresses of record, also one they had before; unknown ones are
   * missing from the answer.
   */
  public Map<String, Person> findAll(Collection<String> users) {
    Map<String, Person> found = new HashMap<>();
    accounts.findAllBySipUser(users).forEach(a -> found.put(a.sipUser(), person(a)));
    List<String> missing = users.stream().filter(user -> !found.containsKey(user)).toList();
    if (missing.isEmpty()) {
      return found;
    }
    Map<String, Long> former = new HashMap<>(closedNames.owners(missing));
    formerNames.findAll(missing).forEach(name -> former.put(name.sipUser(), name.accountId()));
    Map<Long, Person> owners = findAllById(former.values().stream().distinct().toList());
    former.forEach(
        (name, id) -> {
          Person owner = owners.get(id);
          if (owner != null) {
            found.put(name, owner);
          }
        });
    return found;
  }

  /** By identifier; unknown ones are missing from the answer. */
  public Map<Long, Person> findAllById(Collection<Long> ids) {
    return findAllById(ids, LocaleContextHolder.getLocale());
  }

  /** By identifier, for somebody who reads {@code locale}. */
  public Map<Long, Person> findAllById(Collection<Long> ids, Locale locale) {
    return accounts.findAll(ids).stream()
        .map(account -> Person.of(account, names.of(account, locale)))
        .collect(Collectors.toMap(Person::id, person -> person));
  }

  /**
   * Active colleagues of {@code me} with a word of their name, or their address, starting with
   * {@code text}; all of them where it is blank.
   *
   * @param after the user of the last one before; empty for the beginning
   * @param limit how many at the most
   * @throws InvalidRequestException where {@code after} is nobody
   */
  public List<Person> search(SignedIn me, String text, String after, int limit) {
    Optional<Account> last = Optional.empty();
    if (!after.isEmpty()) {
      last = accounts.findBySipUser(after.toLowerCase(Locale.ROOT));
      if (last.isEmpty()) {
        throw new InvalidRequestException("problem.page");
      }
    }
    return accounts.search(text.strip(), me.id(), last, limit).stream().map(this::person).toList();
  }

  private Person person(Account account) {
    return Person.of(account, names.of(account));
  }
}
