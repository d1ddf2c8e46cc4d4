package org.parley.common;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator may set, read and validated once at start. Each field's key, environment
 * variable and default stand in {@code docs/configuration.md}.
 *
 * @param organisation the name shown in titles and mails
 * @param domain the domain of every address of record, {@code sip:<user>@<domain>}
 * @param publicUrl where people reach the portal
 * @param registration who may make an account
 * @param ringTime how long a call rings before it counts as not answered
 * @param credentialLifetime how long a browser's SIP credential is valid
 * @param sessionLifetime how long a signed-in browser may be idle
 * @param messageMaxBytes the largest body of a message, in bytes of UTF-8
 * @param sipNameGrace how long a SIP name goes on ringing after its owner has taken another
 * @param offlineMail how long a message waits unread before it is mailed, unless its recipient has
 *     chosen otherwise
 * @param sipSecret the key that the portal and the SIP core share for credentials
 * @param database where and as whom to reach the database
 * @param mail how mail goes out
 * @param providers by whom else people may come in
 * @param secondFactor of whom a second factor is required
 * @param factorKey the key with which secrets of second factors are encrypted
 * @param sipServer where desk phones register, as host and port
 * @param language the organisation's language: in it people are written to who have chosen none
 * @param map what the map is made of
 */
public record Settings(
    String organisation,
    String domain,
    URI publicUrl,
    Registration registration,
    Duration ringTime,
    Duration credentialLifetime,
    Duration sessionLifetime,
    int messageMaxBytes,
    Duration sipNameGrace,
    Duration offlineMail,
    Secret sipSecret,
    Database database,
    Mail mail,
    ProviderSettings providers,
    SecondFactor secondFactor,
    Secret factorKey,
    String sipServer,
    Locale language,
    MapSettings map) {

  /** Of whom a second factor is required. */
  public enum SecondFactor {
    /** Of nobody: everybody may have one. */
    OPTIONAL,
    /** Of administrators. */
    ADMINS,
    /** Of everybody. */
    EVERYBODY
  }

  /** Who may make an account on the sign-in page. */
  public enum Registration {
    /** Anybody; the account works at once. */
    OPEN,
    /** Anybody; the account works once an administrator has approved it. */
    APPROVAL,
    /** Nobody; administrators make accounts. */
    CLOSED
  }

  /**
   * Where and as whom to reach the database. The URL's scheme decides about the driver.
   *
   * @param url {@code jdbc:mysql://…} or {@code jdbc:mariadb://…}
   * @param user the portal's own database user
   * @param password its password
   * @param poolSize how many connections the portal keeps at the most
   */
  public record Database(String url, String user, Secret password, int poolSize) {}

  /**
   * How mail goes out.
   *
   * @param host the SMTP server; empty where no mail is sent
   * @param port its port
   * @param tls how the connection is protected
   * @param user the user name there, where it wants one
   * @param password the password for it
   * @param from the sender of every mail
   * @param fixed whether the operator has set it explicitly, so that nobody changes it in the
   *     portal
   */
  public record Mail(
      String host,
      int port,
      Tls tls,
      @Nullable String user,
      @Nullable Secret password,
      String from,
      boolean fixed) {
    /** How a connection to the SMTP server is protected. */
    public enum Tls {
      /** Not at all. */
      NONE,
      /** From a command on (RFC 3207); never without. */
      STARTTLS,
      /** From its beginning (RFC 8314). */
      TLS
    }

    /** Whether there is a server to send with. */
    public boolean isOn() {
      return !host.isEmpty();
    }
  }
}
