package org.parley.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.account.PortalUser;
import org.parley.account.RateLimits;
import org.parley.account.RateLimits.Limit;
import org.parley.account.Sessions;
import org.parley.account.SignedIn;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.audit.Party;
import org.parley.common.NotFoundException;
import org.parley.common.QrCode;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.parley.common.Tokens;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Second factors: setting them up, asking for them, remembering browsers, taking them off. */
@Service
@Transactional
public class SecondFactors {
  /** How many recovery codes there are. */
  public static final int RECOVERY_CODES = 10;

  /** How long a browser is remembered. */
  public static final Duration REMEMBERED = Duration.ofDays(30);

  private static final int MOST_BROWSERS = 50;

  // 80 random bits each: too many to guess even where somebody has the hashes.
  private static final int RECOVERY_BYTES = 10;

  private final FactorDao factors;
  private final SecretBox box;
  private final RateLimits limits;
  private final Sessions sessions;
  private final AuditLog log;
  private final Tokens tokens;
  private final Settings settings;
  private final SecureRandom random;
  private final Clock clock;
  private final Totp totp = new Totp();

  SecondFactors(
      FactorDao factors,
      SecretBox box,
      RateLimits limits,
      Sessions sessions,
      AuditLog log,
      Tokens tokens,
      Settings settings,
      SecureRandom random,
      Clock clock) {
    this.factors = factors;
    this.box = box;
    this.limits = limits;
    this.sessions = sessions;
    this.log = log;
    this.tokens = tokens;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /** What became of a code. */
  public enum Outcome {
    /** It was right, and is used up. */
    RIGHT,
    /** It was not, or was used before. */
    WRONG,
    /** There were too many: it was not looked at. */
    TOO_MANY
  }

  /**
   * What an app needs.
   *
   * @param picture for its camera
   * @param secret for typing it in
   */
  public record Setup(QrCode picture, String secret) {
    @Override
    public String toString() {
      return "Setup[]";
    }
  }

  /**
   * How an account's second factor stands.
   *
   * @param on whether it is asked for
   * @param required whether its owner may not take it off
   * @param codesLeft how many recovery codes are unused
   */
  public record State(boolean on, boolean required, int codesLeft) {}

  /**
   * A browser that need not show it.
   *
   * @param id its identifier among its owner's
   * @param name what it calls itself
   * @param createdAt since when
   * @param lastUsedAt when it was used last
   */
  public record Remembered(long id, String name, Instant createdAt, Instant lastUsedAt) {}

  /** How it stands with {@code me}. */
  @Transactional(readOnly = true)
  public State state(SignedIn me) {
    return new State(
        isOn(me.id()), isRequired(me.id(), me.isAdmin()), factors.unusedRecoveryCodes(me.id()));
  }

  /** Whether the account has one. */
  @Transactional(readOnly = true)
  public boolean isOn(long account) {
    return factors.find(account).filter(FactorDao.Kept::confirmed).isPresent();
  }

  /** Whether the account must have one, by the settings or by an administrator's choice. */
  @Transactional(readOnly = true)
  public boolean isRequired(long account, boolean admin) {
    return switch (settings.secondFactor()) {
          case EVERYBODY -> true;
          case ADMINS -> admin;
          case OPTIONAL -> false;
        }
        || factors.isDemanded(account);
  }

  /** Whether an administrator demands it of this very account. */
  @Transactional(readOnly = true)
  public boolean isDemanded(long account) {
    return factors.isDemanded(account);
  }

  /** Demands it of an account, from the next sign-in on, or leaves it to its owner again. */
  public void demand(Party actor, Party subject, boolean wanted) {
    factors.demand(subject.id(), wanted, clock.instant());
    log.record(actor, Act.SETTING_CHANGED, subject, wanted ? "factor-demanded" : "factor-left");
  }

  /**
   * Takes it off somebody who has lost it, and signs them out everywhere.
   *
   * @param actor who did it; none for a command of the machine
   */
  public void reset(@Nullable Party actor, Party subject) {
    factors.remove(subject.id());
    sessions.end(subject.username());
    log.record(actor, Act.FACTOR_RESET, subject, "");
  }

  /** Begins setting one up; until a code of it was shown, nothing changes. */
  public Setup begin(long account, String username) {
    byte[] secret =
        factors
            .find(account)
            .filter(kept -> !kept.confirmed())
            .map(kept -> box.open(kept.secret(), account))
            .orElseGet(() -> fresh(account));
    return setup(username, secret);
  }

  private byte[] fresh(long account) {
    if (isOn(account)) {
      throw new NotFoundException();
    }
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    factors.begin(account, box.close(secret, account), clock.instant());
    return secret;
  }

  private Setup setup(String username, byte[] secret) {
    String text = Totp.base32(secret);
    String issuer = encoded(settings.organisation());
    String address =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
            .formatted(issuer, encoded(username), text, issuer);
    return new Setup(QrCode.of(address), text.replaceAll("(.{4})(?!$)", "$1 "));
  }

  /** Ends setting one up, where {@code code} shows that an app has it. */
  public Outcome confirm(Party owner, String code) {
    Outcome outcome = counted(owner.id(), () -> isCode(owner.id(), code, false));
    if (outcome == Outcome.RIGHT) {
      factors.confirm(owner.id(), clock.instant());
      log.record(owner, Act.FACTOR_ADDED, owner, "");
    }
    return outcome;
  }

  /** Looks at a code of the app, or a recovery code, that somebody shows to come in. */
  public Outcome check(long account, String code) {
    return counted(account, () -> isCode(account, code, true) || isRecoveryCode(account, code));
  }

  /** New recovery codes, which are shown once; earlier ones are void. */
  public List<String> newRecoveryCodes(SignedIn me) {
    if (!isOn(me.id())) {
      throw new NotFoundException();
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      byte[] bytes = new byte[RECOVERY_BYTES];
      random.nextBytes(bytes);
      codes.add(Totp.base32(bytes).replaceAll("(.{4})(?!$)", "$1-"));
    }
    factors.replaceRecoveryCodes(me.id(), codes.stream().map(SecondFactors::recoveryHash).toList());
    return codes;
  }

  /** Takes it off, where {@code code} is right and it is not required. */
  public Outcome remove(SignedIn me, String code) {
    if (isRequired(me.id(), me.isAdmin())) {
      throw new NotFoundException();
    }
    Outcome outcome = check(me.id(), code);
    if (outcome == Outcome.RIGHT) {
      factors.remove(me.id());
      log.record(me, Act.FACTOR_REMOVED, me, "");
    }
    return outcome;
  }

  /** Remembers a browser; returns what it has to show. */
  public Secret remember(PortalUser user, String browser) {
    Secret token = tokens.make();
    Instant now = clock.instant();
    factors.remember(user.id(), Tokens.hash(token.reveal()), browser, now, now.plus(REMEMBERED));
    return token;
  }

  /** Whether {@code token} is of a browser that was remembered for this account. */
  public boolean isRemembered(long account, String token) {
    return factors.isRemembered(account, Tokens.hash(token), clock.instant());
  }

  /** The browsers that are remembered for {@code me}. */
  @Transactional(readOnly = true)
  public List<Remembered> remembered(SignedIn me) {
    return factors.remembered(me.id(), clock.instant(), MOST_BROWSERS).stream()
        .map(b -> new Remembered(b.id(), b.name(), b.createdAt(), b.lastUsedAt()))
        .toList();
  }

  /** Forgets one browser of {@code me}. */
  public void forget(SignedIn me, long id) {
    if (factors.forget(me.id(), Optional.of(id)) == 0) {
      throw new NotFoundException();
    }
  }

  /** Removes what has expired. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  public void purge() {
    factors.purge(clock.instant());
  }

  private Outcome counted(long account, java.util.function.BooleanSupplier isRight) {
    String who = Long.toString(account);
    if (Stream.of(Limit.FACTOR, Limit.FACTOR_DAY)
        .map(limit -> limits.allows(limit, who))
        .toList()
        .contains(false)) {
      return Outcome.TOO_MANY;
    }
    if (!isRight.getAsBoolean()) {
      return Outcome.WRONG;
    }
    limits.takeBack(Limit.FACTOR, who);
    limits.takeBack(Limit.FACTOR_DAY, who);
    return Outcome.RIGHT;
  }

  private boolean isCode(long account, String code, boolean confirmed) {
    FactorDao.Kept kept = factors.find(account).orElse(null);
    if (kept == null || kept.confirmed() != confirmed) {
      return false;
    }
    String digits = code.replaceAll("\\s", "");
    OptionalLong step = totp.step(box.open(kept.secret(), account), digits, clock.instant());
    return step.isPresent() && factors.take(account, step.getAsLong());
  }

  private boolean isRecoveryCode(long account, String code) {
    return isOn(account) && factors.useRecoveryCode(account, recoveryHash(code), clock.instant());
  }

  private static String recoveryHash(String code) {
    return Tokens.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
