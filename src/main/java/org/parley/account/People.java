package org.parley.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.common.InvalidRequestException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up colleagues for other features: one query for any number of people. */
@Service
@Transactional(readOnly = true)
public class People {
  private final AccountDao accounts;
  private final FormerNameDao formerNames;

  People(AccountDao accounts, FormerNameDao formerNames) {
    this.accounts = accounts;
    this.formerNames = formerNames;
  }

  /** Whoever has, or had, the address of record's user part {@code user}, active or not. */
  public Optional<Person> find(String user) {
    String name = user.toLowerCase(Locale.ROOT);
    return accounts
        .findBySipUser(name)
        .or(() -> formerNames.find(name).flatMap(former -> accounts.find(former.accountId())))
        .map(Person::of);
  }

  /**
   * By the user part of their addresses of record, also one they had before; unknown ones are
   * missing from the answer.
   */
  public Map<String, Person> findAll(Collection<String> users) {
    Map<String, Person> found = new HashMap<>();
    accounts.findAllBySipUser(users).forEach(a -> found.put(a.sipUser(), Person.of(a)));
    List<String> missing = users.stream().filter(user -> !found.containsKey(user)).toList();
    List<FormerName> former = formerNames.findAll(missing);
    Map<Long, Person> owners =
        findAllById(former.stream().map(FormerName::accountId).distinct().toList());
    former.forEach(
        name -> {
          Person owner = owners.get(name.accountId());
          if (owner != null) {
            found.put(name.sipUser(), owner);
          }
        });
    return found;
  }

  /** By identifier; unknown ones are missing from the answer. */
  public Map<Long, Person> findAllById(Collection<Long> ids) {
    return accounts.findAll(ids).stream()
        .map(Person::of)
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
        throw new InvalidRequestException("That is not where a page of people begins.");
      }
    }
    return accounts.search(text.strip(), me.id(), last, limit).stream().map(Person::of).toList();
  }
}
