package org.parley.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.audit.Party;

/** A person's account. Features outside this package see {@link Person} and {@link SignedIn}. */
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Account implements Party {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false)
  private String username;

  @Column(name = "sip_user", nullable = false)
  private String sipUser;

  @Column(name = "display_name", nullable = false)
  private String displayName;

  private @Nullable String email;

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(16)")
  private Role role;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, columnDefinition = "varchar(16)")
  private AccountStatus status;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  // The SIP core polls by this: every change that it must learn of moves it.
  @Column(name = "updated_at", nullable = false)
  private Instant updatedAt;

  // Written by AccountDao.noteSignIn alone.
  @Column(name = "last_sign_in_at", insertable = false, updatable = false)
  private @Nullable Instant lastSignInAt;

  private @Nullable String language;

  @Column(name = "time_zone")
  private @Nullable String timeZone;

  @Column(columnDefinition = "char(32)")
  private @Nullable String picture;

  @Column(name = "offline_mail_minutes")
  private @Nullable Integer offlineMailMinutes;

  @Version private int version;

  protected Account() {}

  Account(
      String username,
      String displayName,
      @Nullable String email,
      @Nullable String passwordHash,
      Role role,
      AccountStatus status,
      Instant now) {
    this.username = username;
    this.sipUser = username;
    this.displayName = displayName;
    this.email = email;
    this.passwordHash = passwordHash;
    this.role = role;
    this.status = status;
    this.createdAt = now;
    this.updatedAt = now;
  }

  @Override
  public long id() {
    if (id == null) {
      throw new IllegalStateException("not stored yet");
    }
    return id;
  }

  @Override
  public String username() {
    return username;
  }

  String sipUser() {
    return sipUser;
  }

  String displayName() {
    return displayName;
  }

  @Nullable String email() {
    return email;
  }

  /** The address that its owner has been shown to read; others are only what somebody wrote. */
  Optional<String> verifiedEmail() {
    return emailVerifiedAt == null ? Optional.empty() : Optional.ofNullable(email);
  }

  /** The address was shown to be theirs, or an administrator vouches for it. */
  void confirmEmail(String address, Instant now) {
    email = address;
    emailVerifiedAt = now;
    updatedAt = now;
  }

  @Nullable String passwordHash() {
    return passwordHash;
  }

  Role role() {
    return role;
  }

  AccountStatus status() {
    return status;
  }

  boolean isActive() {
    return status == AccountStatus.ACTIVE;
  }

  SignedIn.Look look() {
    return new SignedIn.Look(language, timeZone, picture);
  }

  void chooseLook(@Nullable String nextLanguage, @Nullable String nextZone) {
    language = nextLanguage;
    timeZone = nextZone;
  }

  @Nullable Integer offlineMailMinutes() {
    return offlineMailMinutes;
  }

  void chooseOfflineMail(@Nullable Integer minutes) {
    offlineMailMinutes = minutes;
  }

  void rename(String name, Instant now) {
    displayName = name;
    updatedAt = now;
  }

  void changePasswordHash(String hash, Instant now) {
    passwordHash = hash;
    updatedAt = now;
  }

  void changeStatus(AccountStatus next, Instant now) {
    status = next;
    updatedAt = now;
  }

  void changeSipUser(String next, Instant now) {
    sipUser = next;
    updatedAt = now;
  }

  /** Takes away whatever tells who it was. */
  void close(String neutralUser, String neutralName, Instant now) {
    username = neutralUser;
    sipUser = neutralUser;
    displayName = neutralName;
    email = null;
    emailVerifiedAt = null;
    passwordHash = null;
    language = null;
    timeZone = null;
    picture = null;
    status = AccountStatus.DELETED;
    updatedAt = now;
  }

  @Nullable Instant lastSignInAt() {
    return lastSignInAt;
  }

  void changeRole(Role next, Instant now) {
    role = next;
    updatedAt = now;
  }
}
