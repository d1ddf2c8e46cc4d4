package org.parley.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.Secret;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands in links that are sent by mail: 256 random bits, good for one purpose, once, for a
 * while. Only their hash is kept. Showing a page looks at one; only sending its form uses it, for
 * programs that check mail open every link.
 */
@Service
@Transactional
public class OneTimeLinks {
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int BYTES = 32;

  private final OneTimeLinkDao links;
  private final SecureRandom random;
  private final Clock clock;

  OneTimeLinks(OneTimeLinkDao links, SecureRandom random, Clock clock) {
    this.links = links;
    this.random = random;
    this.clock = clock;
  }

  /** What a link is good for. */
  public enum Purpose {
    /** Shows that somebody reads the mail of an address; the detail is the address. */
    VERIFY_EMAIL(Duration.ofHours(24)),
    /** A new password for whoever forgot it. */
    RESET_PASSWORD(Duration.ofMinutes(30)),
    /** An account that an administrator made; its owner chooses a password. */
    INVITATION(Duration.ofDays(7)),
    /** The owner of an account agrees that somebody from elsewhere signs in as them. */
    LINK_PROVIDER(Duration.ofHours(1));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }

    /** How long such a link works. */
    public Duration life() {
      return life;
    }
  }

  /** What became of a link. */
  public enum State {
    /** It works. */
    GOOD,
    /** It was used before. */
    USED,
    /** Its time is over. */
    EXPIRED,
    /** There is none like that, or not for this purpose. */
    UNKNOWN
  }

  /**
   * A link that was issued.
   *
   * @param token what stands in its address
   * @param expiresAt when it stops working
   */
  public record Issued(Secret token, Instant expiresAt) {}

  /**
   * A link that was looked at.
   *
   * @param state whether it works
   * @param accountId whose it is; none where it is nobody's yet
   * @param detail what was written down with it
   */
  public record Link(State state, @Nullable Long accountId, @Nullable String detail) {
    private static final Link NONE = new Link(State.UNKNOWN, null, null);

    /** Whether it works. */
    public boolean isGood() {
      return state == State.GOOD;
    }
  }

  /**
   * Makes a link; earlier ones of this purpose for the same account stop working.
   *
   * @param accountId whose it is, where it is somebody's
   * @param detail what has to be known when it is used, at most 1000 characters
   */
  public Issued issue(Purpose purpose, @Nullable Long accountId, @Nullable String detail) {
    if (accountId != null) {
      links.revoke(accountId, purpose.name());
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(purpose.life());
    links.save(new OneTimeLink(hash(token), purpose.name(), accountId, detail, now, expiresAt));
    return new Issued(new Secret(token), expiresAt);
  }

  /** Looks at a link without using it. */
  @Transactional(readOnly = true)
  public Link look(Purpose purpose, String token) {
    return find(purpose, token).map(this::link).orElse(Link.NONE);
  }

  /** Uses a link up; of several calls at once one gets it as {@link State#GOOD}. */
  public Link use(Purpose purpose, String token) {
    Optional<OneTimeLink> row = find(purpose, token);
    if (row.isEmpty()) {
      return Link.NONE;
    }
    Link link = link(row.get());
    if (link.isGood() && !links.use(row.get().id(), clock.instant())) {
      return new Link(State.USED, link.accountId(), link.detail());
    }
    return link;
  }

  /** The detail of the link that {@code accountId} was sent last and may still use. */
  @Transactional(readOnly = true)
  public Optional<String> pending(Purpose purpose, long accountId) {
    return links
        .open(accountId, purpose.name(), clock.instant())
        .map(row -> row.detail() == null ? "" : row.detail());
  }

  /** What {@code accountId} has of this purpose stops working. */
  public void revoke(Purpose purpose, long accountId) {
    links.revoke(accountId, purpose.name());
  }

  /** Removes what expired long ago; until then people are told that it has. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
  public void purge() {
    links.purge(clock.instant().minus(KEPT));
  }

  private Optional<OneTimeLink> find(Purpose purpose, String token) {
    return links.find(hash(token)).filter(row -> row.purpose().equals(purpose.name()));
  }

  private Link link(OneTimeLink row) {
    State state = State.GOOD;
    if (row.isUsed()) {
      state = State.USED;
    } else if (!row.expiresAt().isAfter(clock.instant())) {
      state = State.EXPIRED;
    }
    return new Link(state, row.accountId(), row.detail());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
