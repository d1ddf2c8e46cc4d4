package org.parley.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an administrator has said about the SMTP server: the one row of its table. */
@Entity
@Table(name = "mail_setting")
class StoredMailSettings {
  /** The row's key. */
  static final int ID = 1;

  @Id private int id;

  private @Nullable String host;

  private @Nullable Integer port;

  private @Nullable String tls;

  @Column(name = "user_name")
  private @Nullable String user;

  private byte @Nullable [] password;

  private @Nullable String sender;

  @Column(name = "changed_at")
  private @Nullable Instant changedAt;

  protected StoredMailSettings() {}

  /** Whether anything was said; nothing else is to be read until then. */
  boolean isSaid() {
    return host != null;
  }

  String host() {
    return java.util.Objects.requireNonNull(host);
  }

  int port() {
    return java.util.Objects.requireNonNull(port);
  }

  String tls() {
    return java.util.Objects.requireNonNull(tls);
  }

  @Nullable String user() {
    return user;
  }

  byte @Nullable [] password() {
    return password;
  }

  String sender() {
    return java.util.Objects.requireNonNull(sender);
  }

  void say(
      String nextHost,
      int nextPort,
      String nextTls,
      @Nullable String nextUser,
      byte @Nullable [] nextPassword,
      String nextSender,
      Instant now) {
    host = nextHost;
    port = nextPort;
    tls = nextTls;
    user = nextUser;
    password = nextPassword;
    sender = nextSender;
    changedAt = now;
  }

  /** As if nothing had ever been said. */
  void forget(Instant now) {
    host = null;
    port = null;
    tls = null;
    user = null;
    password = null;
    sender = null;
    changedAt = now;
  }
}
