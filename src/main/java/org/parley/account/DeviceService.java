package org.parley.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.audit.Party;
import org.parley.common.InvalidRequestException;
import org.parley.common.NotFoundException;
import org.parley.common.Passwords;
import org.parley.common.QrCode;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords for desk phones and softphones: made here, shown once, stored as HA1, revocable. */
@Service
@Transactional
public class DeviceService {
  /** How many a person may have in use. */
  public static final int MOST = 20;

  private final AccountDao accounts;
  private final SipDeviceDao devices;
  private final Passwords passwords;
  private final Settings settings;
  private final SecureRandom random;
  private final AuditLog audit;
  private final Clock clock;

  DeviceService(
      AccountDao accounts,
      SipDeviceDao devices,
      Passwords passwords,
      Settings settings,
      SecureRandom random,
      AuditLog audit,
      Clock clock) {
    this.accounts = accounts;
    this.devices = devices;
    this.passwords = passwords;
    this.settings = settings;
    this.random = random;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What its owner types into the phone; the password cannot be shown again.
   *
   * @param authUser the authentication user name
   * @param password the password
   * @param address the address of record it registers
   * @param server where it registers, as host and port
   */
  public record NewDevice(String authUser, Secret password, String address, String server) {
    /** All of it as a picture for the phone's camera. */
    public QrCode picture() {
      return QrCode.of(
          "%s\nuser: %s\npassword: %s\nserver: %s (UDP, TCP)"
              .formatted(address, authUser, password.reveal(), server));
    }
  }

  /**
   * A device in use.
   *
   * @param id its identifier among its owner's devices
   * @param label the owner's word for it
   * @param authUser the authentication user name
   * @param createdAt when it was added
   */
  public record Device(long id, String label, String authUser, Instant createdAt) {}

  /** Adds a device of mine. */
  public NewDevice add(SignedIn me, String label) {
    return add(me, accounts.findByUsername(me.username()), label);
  }

  /** Adds a device for the account with this sign-in name, by a command of the machine. */
  public NewDevice add(String username, String label) {
    return add(null, accounts.findByUsername(username.toLowerCase(Locale.ROOT)), label);
  }

  private NewDevice add(@Nullable Party actor, Optional<Account> found, String label) {
    Account account = found.filter(Account::isActive).orElseThrow(NotFoundException::new);
    if (devices.inUse(account.id(), MOST).size() >= MOST) {
      throw new InvalidRequestException("problem.devices", MOST);
    }
    byte[] bytes = new byte[3];
    random.nextBytes(bytes);
    String authUser = account.sipUser() + "-" + HexFormat.of().formatHex(bytes);
    String password = passwords.make();
    String ha1 = md5(authUser + ":" + settings.domain() + ":" + password);
    devices.save(new SipDevice(account.id(), label.strip(), authUser, ha1, clock.instant()));
    audit.record(actor, Act.DEVICE_ADDED, account, label.strip() + " (" + authUser + ")");
    return new NewDevice(
        authUser,
        new Secret(password),
        "sip:" + account.sipUser() + "@" + settings.domain(),
        settings.sipServer());
  }

  /** The devices of {@code me} that are in use. */
  @Transactional(readOnly = true)
  public List<Device> list(SignedIn me) {
    return devices.inUse(me.id(), MOST).stream()
        .map(d -> new Device(d.id(), d.label(), d.authUser(), d.createdAt()))
        .toList();
  }

  /** Shuts a device out; the SIP core follows within seconds. */
  public void revoke(SignedIn me, long id) {
    SipDevice device = devices.find(me.id(), id).orElseThrow(NotFoundException::new);
    device.revoke(clock.instant());
    audit.record(me, Act.DEVICE_REVOKED, me, device.label() + " (" + device.authUser() + ")");
  }

  // Digest authentication of SIP phones knows MD5 (RFC 3261 section 22.4): the password is random
  // and serves nothing else.
  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
