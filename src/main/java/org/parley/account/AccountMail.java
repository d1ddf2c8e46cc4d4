package org.parley.account;

import java.net.URI;
import java.util.Locale;
import org.parley.common.Languages;
import org.parley.common.Settings;
import org.parley.mail.Letter;
import org.parley.mail.Outbox;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The mails about accounts, in the language of their reader, where it is known. */
@Component
class AccountMail {
  private final Outbox outbox;
  private final Settings settings;

  AccountMail(Outbox outbox, Settings settings) {
    this.outbox = outbox;
    this.settings = settings;
  }

  boolean isOpen() {
    return outbox.isOpen();
  }

  /** Asks whoever reads {@code address} to confirm it. */
  void verify(Account account, String address, OneTimeLinks.Issued link) {
    outbox.put(
        Letter.of("verify", address, account.displayName(), locale(account))
            .words(settings.organisation(), account.username())
            .link(page("/verify", link))
            .notAfter(link.expiresAt()));
  }

  /** Tells whoever has an address that somebody gave it for an account: they have one. */
  void hasAccount(Account owner, String address) {
    outbox.put(
        Letter.of("taken", address, owner.displayName(), locale(owner))
            .words(settings.organisation(), owner.username())
            .link(page("/login")));
  }

  /** The link for a new password. */
  void reset(Account account, String address, OneTimeLinks.Issued link) {
    outbox.put(
        Letter.of("reset", address, account.displayName(), locale(account))
            .words(settings.organisation(), account.username())
            .link(page("/reset", link))
            .notAfter(link.expiresAt()));
  }

  /** There is no password to forget. */
  void noPassword(Account account, String address) {
    outbox.put(
        Letter.of("noPassword", address, account.displayName(), locale(account))
            .words(settings.organisation(), account.username())
            .link(page("/login")));
  }

  /** Something about the account has changed; {@code kind} says what. */
  void changed(String kind, Account account, String address) {
    outbox.put(
        Letter.of(kind, address, account.displayName(), locale(account))
            .words(settings.organisation(), account.username()));
  }

  private URI page(String path) {
    return UriComponentsBuilder.fromUri(settings.publicUrl()).path(path).build().toUri();
  }

  private URI page(String path, OneTimeLinks.Issued link) {
    return UriComponentsBuilder.fromUri(settings.publicUrl())
        .path(path)
        .queryParam("token", link.token().reveal())
        .build()
        .toUri();
  }

  private static Locale locale(Account reader) {
    Locale chosen = Languages.find(reader.look().language());
    return chosen == null ? LocaleContextHolder.getLocale() : chosen;
  }
}
