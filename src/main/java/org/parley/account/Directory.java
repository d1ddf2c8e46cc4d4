package org.parley.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.audit.Party;
import org.parley.common.InvalidRequestException;
import org.parley.common.Page;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All accounts there are, for administrators: found by words, page by page. */
@Service
@Transactional(readOnly = true)
public class Directory {
  private static final int CHUNK = 200;

  private final DirectoryDao directory;
  private final AccountDao accounts;
  private final ShownNames names;

  Directory(DirectoryDao directory, AccountDao accounts, ShownNames names) {
    this.directory = directory;
    this.accounts = accounts;
    this.names = names;
  }

  /**
   * An account as administrators see it.
   *
   * @param id its identifier
   * @param username the sign-in name
   * @param user the user part of the address of record
   * @param name the name shown to others
   * @param email the mail address, if there is one
   * @param role what the account may do
   * @param status where it is in its life
   * @param hasPassword whether a password opens it
   * @param createdAt when it was made
   * @param lastSignInAt when its owner last signed in, if ever
   * @param picture the name of the picture, if there is one
   */
  public record Entry(
      long id,
      String username,
      String user,
      String name,
      @Nullable String email,
      Role role,
      AccountStatus status,
      boolean hasPassword,
      Instant createdAt,
      @Nullable Instant lastSignInAt,
      @Nullable String picture)
      implements Party {
    static Entry of(Account account, String name) {
      return new Entry(
          account.id(),
          account.username(),
          account.sipUser(),
          name,
          account.email(),
          account.role(),
          account.status(),
          account.passwordHash() != null,
          account.createdAt(),
          account.lastSignInAt(),
          account.look().picture());
    }
  }

  /**
   * A page of accounts with a word of their names or addresses beginning with each word of {@code
   * question}; those that are closed are found by their status alone.
   *
   * @param question words, or nothing
   * @param status only those with this status
   * @param role only those with this role
   * @param after {@link Page#next} of the page before; empty for the beginning
   * @throws InvalidRequestException where {@code after} is something else
   */
  public Page<Entry> find(
      String question,
      @Nullable AccountStatus status,
      @Nullable Role role,
      String after,
      int limit) {
    List<DirectoryDao.Word> words = new ArrayList<>();
    SearchTerms.asked(question).forEach(text -> words.add(new DirectoryDao.Word(text, false)));
    if (role != null) {
      words.add(new DirectoryDao.Word(SearchTerms.mark(role), true));
    }
    String mark = status == null ? SearchTerms.ANYBODY : SearchTerms.mark(status);
    words.add(new DirectoryDao.Word(mark, true));
    Cursor cursor = after.isEmpty() ? null : Cursor.parse(after);
    DirectoryDao.Word leader =
        cursor == null
            ? directory.leader(words)
            : words.stream()
                .filter(word -> word.text().equals(cursor.leader()))
                .findFirst()
                .orElseThrow(Cursor::notOne);
    List<DirectoryDao.Key> found =
        directory.find(leader, words, cursor == null ? null : cursor.key(), limit + 1);
    List<DirectoryDao.Key> shown = found.subList(0, Math.min(limit, found.size()));
    Map<Long, Entry> entries =
        accounts.findAll(shown.stream().map(DirectoryDao.Key::id).toList()).stream()
            .map(this::entry)
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    List<Entry> items =
        shown.stream().map(key -> entries.get(key.id())).filter(e -> e != null).toList();
    boolean more = found.size() > limit;
    return new Page<>(
        items, more ? new Cursor(leader.text(), shown.get(limit - 1)).toString() : null);
  }

  /** The account with this sign-in name. */
  public Optional<Entry> get(String username) {
    return accounts.findByUsername(username).map(this::entry);
  }

  /** Those of these accounts that are closed. */
  public Set<Long> closed(Collection<Long> ids) {
    return accounts.findAll(ids).stream()
        .filter(account -> account.status() == AccountStatus.DELETED)
        .map(Account::id)
        .collect(Collectors.toSet());
  }

  private Entry entry(Account account) {
    return Entry.of(account, names.of(account));
  }

  /** Finds words for accounts that came into the database past the portal. */
  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT6H")
  @Transactional
  public int describe() {
    List<Long> unknown = directory.unknown(CHUNK);
    accounts.findAll(unknown).forEach(Account::describe);
    return unknown.size();
  }

  /** Where a page begins, as text that travels through browsers. */
  private record Cursor(String leader, DirectoryDao.Key key) {
    static Cursor parse(String text) {
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                .split("\u0000", -1);
        if (parts.length == 4) {
          return new Cursor(
              parts[0], new DirectoryDao.Key(parts[1], parts[2], Long.parseLong(parts[3])));
        }
      } catch (IllegalArgumentException e) {
        throw notOne();
      }
      throw notOne();
    }

    static InvalidRequestException notOne() {
      return new InvalidRequestException("problem.page");
    }

    @Override
    public String toString() {
      String text = String.join("\u0000", leader, key.term(), key.name(), Long.toString(key.id()));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
