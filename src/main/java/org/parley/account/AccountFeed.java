package org.parley.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts for whoever keeps an index of them: all of them once, then what changes. */
@Service
@Transactional(readOnly = true)
public class AccountFeed {
  private final AccountDao accounts;

  AccountFeed(AccountDao accounts) {
    this.accounts = accounts;
  }

  /**
   * What an account is found by.
   *
   * @param id its identifier
   * @param user the user part of the address of record
   * @param name the name shown to others
   * @param username the sign-in name, for administrators alone
   * @param email the mail address, for administrators alone
   * @param active whether it is in use: others are found by nobody
   */
  public record Entry(
      long id, String user, String name, String username, @Nullable String email, boolean active) {}

  /**
   * Something was written.
   *
   * @param at when
   * @param id of which account
   */
  public record Change(Instant at, long id) {}

  /** In order of identifier, those behind {@code id}. */
  public List<Entry> after(long id, int limit) {
    return accounts.entriesAfter(id, limit);
  }

  /** These, as far as there are such. */
  public List<Entry> findAll(Collection<Long> ids) {
    return accounts.entries(ids);
  }

  /** What changed after {@code last}, in order of time and identifier. */
  public List<Change> changes(Change last, int limit) {
    return accounts.changed(last.at(), last.id(), limit).stream()
        .map(row -> new Change((Instant) row[1], (long) row[0]))
        .toList();
  }
}
