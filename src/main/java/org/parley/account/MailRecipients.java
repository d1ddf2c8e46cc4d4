package org.parley.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom, in which language and when features may write mails. */
@Service
@Transactional(readOnly = true)
public class MailRecipients {
  private final AccountDao accounts;

  MailRecipients(AccountDao accounts) {
    this.accounts = accounts;
  }

  /**
   * Somebody who may get mails.
   *
   * @param name the name shown to others
   * @param address the confirmed mail address; none where there is none
   * @param language the tag of the language they chose; none where they chose none
   * @param offlineMail after how many minutes an unread message is mailed: -1 never, none for the
   *     usual time
   */
  public record Recipient(
      String name,
      @Nullable String address,
      @Nullable String language,
      @Nullable Integer offlineMail) {}

  /** The owner of an account that is in use. */
  public Optional<Recipient> find(long accountId) {
    return accounts.find(accountId).filter(Account::isActive).map(MailRecipients::of);
  }

  /** The owners of these accounts, without those that are not in use. */
  public Map<Long, Recipient> findAll(Collection<Long> accountIds) {
    return accounts.findAll(accountIds).stream()
        .filter(Account::isActive)
        .collect(Collectors.toMap(Account::id, MailRecipients::of));
  }

  private static Recipient of(Account account) {
    return new Recipient(
        account.displayName(),
        account.verifiedEmail().orElse(null),
        account.look().language(),
        account.offlineMailMinutes());
  }
}
