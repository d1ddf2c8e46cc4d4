package org.parley.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.Newcomers;
import org.parley.account.SignedIn;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.audit.Party;
import org.parley.common.NotFoundException;
import org.parley.common.ProviderSettings;
import org.parley.common.ProviderSettings.Kind;
import org.parley.common.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which account is whose, according to providers; makes, links and unlinks. */
@Service
@Transactional
public class ProviderService {
  private static final int LONGEST = 255;

  private final ProviderLinkDao links;
  private final Newcomers newcomers;
  private final AccountService accounts;
  private final List<NewcomerListener> newcomerListeners;
  private final AuditLog log;
  private final Settings settings;
  private final Clock clock;

  ProviderService(
      ProviderLinkDao links,
      Newcomers newcomers,
      AccountService accounts,
      List<NewcomerListener> newcomerListeners,
      AuditLog log,
      Settings settings,
      Clock clock) {
    this.links = links;
    this.newcomers = newcomers;
    this.accounts = accounts;
    this.newcomerListeners = newcomerListeners;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A provider as its page of settings shows it.
   *
   * @param id its identifier
   * @param name what people call it
   * @param linked whether one may come in by it
   * @param email the address it told
   * @param linkedAt since when
   * @param lastUsedAt when it was used last
   */
  public record View(
      String id,
      String name,
      boolean linked,
      @Nullable String email,
      @Nullable Instant linkedAt,
      @Nullable Instant lastUsedAt) {}

  /** What comes of {@code identity}: known ones are let in, a first time may make an account. */
  Arrival arrive(Identity identity) {
    if (!isUsable(identity)) {
      return new Arrival.Refused("failed");
    }
    Optional<ProviderLink> link = links.find(identity.issuer(), identity.subject());
    if (link.isPresent()) {
      link.get().used(clock.instant());
      return new Arrival.Known(link.get().accountId());
    }
    String email = identity.email();
    return email == null || !identity.verified()
        ? new Arrival.NeedsAddress()
        : byAddress(identity, email);
  }

  /** What comes of somebody new whose address is known to be theirs. */
  private Arrival byAddress(Identity identity, String email) {
    if (!settings.providers().allows(email)) {
      return new Arrival.Refused("domain");
    }
    Optional<Long> owner = newcomers.ownerOf(email);
    if (owner.isPresent()) {
      return links.of(owner.get(), identity.provider()).isPresent()
          ? new Arrival.Refused("other")
          : new Arrival.NeedsOwner(owner.get(), email);
    }
    boolean vouchedFor = isVouchedFor(identity);
    if (!vouchedFor && settings.registration() == Settings.Registration.CLOSED) {
      return new Arrival.Refused("closed");
    }
    boolean active = vouchedFor || settings.registration() == Settings.Registration.OPEN;
    long id = newcomers.admit(email, identity.name(), active);
    save(id, identity).used(clock.instant());
    newcomerListeners.forEach(listener -> listener.admitted(id, identity));
    return new Arrival.Known(id);
  }

  /**
   * What comes of somebody who has shown, by a link that was mailed to it, that {@code address} is
   * theirs. An account with this address is theirs as well.
   */
  Arrival confirmed(Identity identity, String address) {
    Arrival arrival = arrive(identity.withVerified(address));
    if (arrival instanceof Arrival.NeedsOwner owner) {
      return link(owner.accountId(), identity)
          ? new Arrival.Known(owner.accountId())
          : new Arrival.Refused("other");
    }
    return arrival;
  }

  /**
   * Lets {@code identity} in as this account from now on.
   *
   * @return whether it does; not where either is linked with another already
   */
  boolean link(long accountId, Identity identity) {
    Optional<ProviderLink> known = links.find(identity.issuer(), identity.subject());
    if (known.isPresent()) {
      return known.get().accountId() == accountId;
    }
    if (!isUsable(identity) || links.of(accountId, identity.provider()).isPresent()) {
      return false;
    }
    save(accountId, identity);
    return true;
  }

  /**
   * Ends {@code me} coming in by {@code provider}.
   *
   * @return whether it is ended; the last way in stays
   */
  public boolean unlink(SignedIn me, String provider) {
    // Two at once would each see the other's way in.
    boolean hasPassword = accounts.lockForWaysIn(me);
    ProviderLink link = links.of(me.id(), provider).orElseThrow(NotFoundException::new);
    boolean another =
        hasPassword
            || links.of(me.id()).stream()
                .anyMatch(other -> other != link && isSetUp(other.provider()));
    if (another) {
      links.remove(link);
      log.record(me, Act.PROVIDER_UNLINKED, me, provider);
    }
    return another;
  }

  /** The providers that are set up, and how {@code me} uses them. */
  @Transactional(readOnly = true)
  public List<View> list(SignedIn me) {
    List<ProviderLink> mine = links.of(me.id());
    return settings.providers().all().stream().map(provider -> view(provider, mine)).toList();
  }

  private static View view(ProviderSettings.Provider provider, List<ProviderLink> mine) {
    return mine.stream()
        .filter(link -> link.provider().equals(provider.id()))
        .map(
            link ->
                new View(
                    provider.id(),
                    provider.name(),
                    true,
                    link.email(),
                    link.linkedAt(),
                    link.lastUsedAt()))
        .findFirst()
        .orElseGet(() -> new View(provider.id(), provider.name(), false, null, null, null));
  }

  private ProviderLink save(long accountId, Identity identity) {
    ProviderLink link = new ProviderLink(accountId, identity, clock.instant());
    links.save(link);
    Party owner = accounts.party(accountId);
    log.record(owner, Act.PROVIDER_LINKED, owner, identity.provider());
    return link;
  }

  private boolean isSetUp(String provider) {
    return settings.providers().find(provider).isPresent();
  }

  // Of the organisation's own provider, or with an address of its domains: they belong here.
  private boolean isVouchedFor(Identity identity) {
    return !settings.providers().allowedDomains().isEmpty()
        || settings
            .providers()
            .find(identity.provider())
            .filter(provider -> provider.kind() == Kind.ORGANISATION)
            .isPresent();
  }

  // OpenID Connect Core section 2: at most 255 ASCII characters.
  private static boolean isUsable(Identity identity) {
    String subject = identity.subject();
    return !subject.isBlank()
        && subject.length() <= LONGEST
        && identity.issuer().length() <= LONGEST
        && StandardCharsets.US_ASCII.newEncoder().canEncode(subject);
  }
}
