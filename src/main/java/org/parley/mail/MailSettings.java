package org.parley.mail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.SealingKey;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How mail goes out. What the copy's operator set explicitly decides; else what an administrator
 * has saved; else the copy's defaults. They are never mixed, so that a password never goes to a
 * server that it was not meant for. Every node asks here each time, so a change counts at once.
 */
@Service
@Transactional
public class MailSettings {
  private static final Logger log = LoggerFactory.getLogger(MailSettings.class);

  private final MailSettingsDao stored;
  private final OutboxDao mails;
  private final Settings.Mail given;
  private final SealingKey key;
  private final Clock clock;

  MailSettings(
      MailSettingsDao stored,
      OutboxDao mails,
      Settings settings,
      SecureRandom random,
      Clock clock) {
    this.stored = stored;
    this.mails = mails;
    this.given = settings.mail();
    this.key = new SealingKey(settings.factorKey(), random);
    this.clock = clock;
  }

  /** Who has decided about the settings in force. */
  public enum Source {
    /** The operator, in the file or the environment: nothing can be changed in the portal. */
    OPERATOR,
    /** An administrator. */
    SAVED,
    /** Nobody: they are the copy's defaults. */
    DEFAULT
  }

  /** Who has decided. */
  @Transactional(readOnly = true)
  public Source source() {
    if (given.fixed()) {
      return Source.OPERATOR;
    }
    return stored.read().isSaid() ? Source.SAVED : Source.DEFAULT;
  }

  /** The settings in force. */
  @Transactional(readOnly = true)
  public Settings.Mail now() {
    if (given.fixed()) {
      return given;
    }
    StoredMailSettings row = stored.read();
    return row.isSaid() ? read(row) : given;
  }

  /**
   * What settings mean in which no password was written: the one in force is kept, but for the same
   * server, user and encryption alone; whoever may change the settings must not be able to have it
   * sent to another server.
   *
   * @return nothing where there is a user whose password is not known
   */
  @Transactional(readOnly = true)
  public Optional<Settings.Mail> complete(Settings.Mail written) {
    if (written.user() == null || written.password() != null) {
      return Optional.of(written);
    }
    Settings.Mail now = now();
    boolean same =
        written.host().equals(now.host())
            && written.port() == now.port()
            && written.tls() == now.tls()
            && written.user().equals(now.user());
    Secret kept = now.password();
    return same && kept != null ? Optional.of(with(written, kept)) : Optional.empty();
  }

  /**
   * Mail goes out by {@code next} from now on, and what waits for another try is tried at once.
   *
   * @throws IllegalStateException where the operator has decided
   */
  public void save(Settings.Mail next) {
    refuseIfFixed();
    StoredMailSettings row = stored.lock();
    Secret password = next.user() == null ? null : next.password();
    byte[] closed =
        password == null
            ? null
            : key.close(
                password.reveal().getBytes(StandardCharsets.UTF_8),
                owner(next.host(), next.port(), next.user()));
    row.say(
        next.host(),
        next.port(),
        next.tls().name(),
        next.user(),
        closed,
        next.from(),
        clock.instant());
    mails.hurry(clock.instant());
  }

  /** The copy's defaults count again. */
  public void forget() {
    refuseIfFixed();
    stored.lock().forget(clock.instant());
    mails.hurry(clock.instant());
  }

  private void refuseIfFixed() {
    if (given.fixed()) {
      throw new IllegalStateException("The operator has set how mail goes out.");
    }
  }

  private Settings.Mail read(StoredMailSettings row) {
    return new Settings.Mail(
        row.host(),
        row.port(),
        Settings.Mail.Tls.valueOf(row.tls()),
        row.user(),
        password(row),
        row.sender(),
        false);
  }

  private @Nullable Secret password(StoredMailSettings row) {
    byte[] closed = row.password();
    if (closed == null) {
      return null;
    }
    try {
      byte[] open = key.open(closed, owner(row.host(), row.port(), row.user()));
      return new Secret(new String(open, StandardCharsets.UTF_8));
    } catch (IllegalStateException e) {
      // The copy has other secrets now: an administrator has to type the password again.
      log.warn("The saved password of the SMTP server cannot be read: {}", e.getMessage());
      return null;
    }
  }

  private static byte[] owner(String host, int port, @Nullable String user) {
    return String.join("\n", "mail", host, Integer.toString(port), user == null ? "" : user)
        .toLowerCase(Locale.ROOT)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Settings.Mail with(Settings.Mail mail, Secret password) {
    return new Settings.Mail(
        mail.host(), mail.port(), mail.tls(), mail.user(), password, mail.from(), mail.fixed());
  }
}
