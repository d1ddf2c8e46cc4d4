package org.parley.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

  @Column(name = "status_text")
  private @Nullable String statusText;

  @Column(name = "status_until")
  private @Nullable Instant statusUntil;

  // What the account is found by; describe() keeps it true.
  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "account_term", joinColumns = @JoinColumn(name = "account_id"))
  private Set<AccountTerm> terms = new HashSet<>();

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
    describe();
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
    describe();
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

  /** What the owner says of themselves, whether or not its time is over. */
  Person.@Nullable StatusText statusText() {
    return statusText == null ? null : new Person.StatusText(statusText, statusUntil);
  }

  void say(@Nullable String text, @Nullable Instant until) {
    statusText = text;
    statusUntil = text == null ? null : until;
  }

  boolean hasPicture() {
    return picture != null;
  }

  void show(@Nullable String nextPicture) {
    picture = nextPicture;
  }

  /** Renews the words that the account is found by; whatever changes one of them ends with this. */
  final void describe() {
    String sortName = SearchTerms.sortName(displayName);
    Set<String> words =
        status == AccountStatus.DELETED
            ? Set.of()
            : SearchTerms.of(displayName, username, sipUser, email, status, role);
    Set<AccountTerm> next = new HashSet<>();
    words.forEach(word -> next.add(new AccountTerm(word, sortName)));
    next.add(
        new AccountTerm(
            status == AccountStatus.DELETED ? SearchTerms.mark(status) : SearchTerms.ANYBODY,
            sortName));
    terms.retainAll(next);
    terms.addAll(next);
  }

  Instant createdAt() {
    return createdAt;
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
    describe();
  }

  void changePasswordHash(String hash, Instant now) {
    passwordHash = hash;
    updatedAt = now;
  }

  void changeStatus(AccountStatus next, Instant now) {
    status = next;
    updatedAt = now;
    describe();
  }

  void changeSipUser(String next, Instant now) {
    sipUser = next;
    updatedAt = now;
    describe();
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
    statusText = null;
    statusUntil = null;
    changeStatus(AccountStatus.DELETED, now);
  }

  @Nullable Instant lastSignInAt() {
    return lastSignInAt;
  }

  void changeRole(Role next, Instant now) {
    role = next;
    updatedAt = now;
    describe();
  }
}
