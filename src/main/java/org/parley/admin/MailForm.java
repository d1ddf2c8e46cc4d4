package org.parley.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.MailAddress;
import org.parley.common.Secret;
import org.parley.common.Settings;

/**
 * The mail settings as they are written on the page, to be saved or tried.
 *
 * @param host the SMTP server; empty where no mail is to be sent
 * @param port its port
 * @param tls the name of a {@link Settings.Mail.Tls}
 * @param user the user name there, or empty
 * @param password the password for it; empty keeps the one there is
 * @param from the sender of every mail
 * @param to where a test goes
 */
record MailForm(
    @Pattern(
            regexp =
                "\\s*|\\s*(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45})\\s*",
            message = "{mails.host.form}")
        @Nullable String host,
    @NotBlank(message = "{mails.port.form}") @Pattern(
            regexp =
                "\\s*|\\s*0*(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])\\s*",
            message = "{mails.port.form}")
        @Nullable String port,
    @NotBlank(message = "{mails.tls.form}") @Pattern(regexp = "|NONE|STARTTLS|TLS", message = "{mails.tls.form}") @Nullable String tls,
    @Size(max = 254, message = "{mails.user.form}") @Pattern(regexp = "\\P{Cntrl}*", message = "{mails.user.form}") @Nullable String user,
    @Size(max = 500, message = "{mails.password.form}") @Nullable String password,
    @NotBlank(message = "{account.email.missing}") @MailAddress @Nullable String from,
    @MailAddress @Nullable String to) {

  /** What the page begins with. */
  static MailForm of(Settings.Mail mail, String to) {
    return new MailForm(
        mail.host(),
        Integer.toString(mail.port()),
        mail.tls().name(),
        mail.user(),
        null,
        mail.from(),
        to);
  }

  /** Without the password, which no page shows. */
  @Override
  public String toString() {
    return "MailForm[" + host + ":" + port + "]";
  }

  /** What is meant; only of a form in which nothing is wrong. */
  Settings.Mail settings() {
    String name = user == null || user.isBlank() ? null : user.strip();
    return new Settings.Mail(
        text(host).toLowerCase(Locale.ROOT),
        Integer.parseInt(text(port)),
        Settings.Mail.Tls.valueOf(text(tls)),
        name,
        name == null || password == null || password.isEmpty() ? null : new Secret(password),
        text(from),
        false);
  }

  /** Where a test goes, or empty. */
  String recipient() {
    return text(to);
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "").strip();
  }
}
