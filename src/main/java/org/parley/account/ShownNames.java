package org.parley.account;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people are called where others read it: who is gone has a neutral name, in any language. */
@Component
public class ShownNames {
  private final MessageSource messages;

  ShownNames(MessageSource messages) {
    this.messages = messages;
  }

  /** The name in the language of whoever asks. */
  String of(Account account) {
    return of(account, LocaleContextHolder.getLocale());
  }

  String of(Account account, Locale locale) {
    return account.status() == AccountStatus.DELETED ? former(locale) : account.displayName();
  }

  /** What a closed account with this identifier is called where several have to be told apart. */
  public String former(long id) {
    return messages.getMessage(
        "account.former.number", new Object[] {Long.toString(id)}, LocaleContextHolder.getLocale());
  }

  private String former(Locale locale) {
    return messages.getMessage("account.former", null, locale);
  }
}
