package org.parley.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is registered at the SIP core, and with what it signed in. */
@Service
@Transactional
public class SipRegistrations {
  /** The core says every 3 s that it lives; after this long it is not believed any more. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  /** How long what is over is kept, where something newer tells of the same device. */
  private static final Duration OVER = Duration.ofDays(1);

  /** How long the last word of a device is kept. */
  private static final Duration OLDEST = Duration.ofDays(400);

  private static final int MOST = 500;

  private final SipRegistrationDao registrations;

  SipRegistrations(SipRegistrationDao registrations) {
    this.registrations = registrations;
  }

  /**
   * A registration.
   *
   * @param userAgent what the device calls itself, as it says; may be empty
   * @param transport how it is connected, in capitals
   * @param address the network address it came from
   * @param since when it registered
   * @param seenAt when it registered or refreshed last
   */
  public record Registration(
      String userAgent, String transport, String address, Instant since, Instant seenAt) {}

  /** What can be said of a credential at this moment. */
  public enum State {
    /** Something is registered with it. */
    REGISTERED,
    /** Nothing is. */
    ABSENT,
    /** Something was, but the core is silent: nobody can say. */
    UNKNOWN
  }

  /**
   * How a credential is used.
   *
   * @param state what can be said of it
   * @param now what is registered with it; empty where nothing is or nobody can say
   * @param last its last use; none where it was never used, or long ago
   */
  public record Use(State state, List<Registration> now, @Nullable Registration last) {
    /** Never used. */
    public static final Use NONE = new Use(State.ABSENT, List.of(), null);
  }

  /** How each of {@code credentials} is used; every one of them has an answer. */
  @Transactional(readOnly = true)
  public Map<String, Use> of(Collection<String> credentials) {
    Map<String, Use> uses = new HashMap<>();
    credentials.forEach(credential -> uses.put(credential, Use.NONE));
    if (credentials.isEmpty()) {
      return uses;
    }
    for (SipRegistrationDao.Row row : registrations.last(credentials, MOST)) {
      uses.put(row.credential(), new Use(State.ABSENT, List.of(), registration(row)));
    }
    for (SipRegistrationDao.Row row : registrations.present(credentials, SILENCE, MOST)) {
      uses.merge(row.credential(), Use.NONE, (use, none) -> with(use, row));
    }
    return uses;
  }

  private static Use with(Use use, SipRegistrationDao.Row row) {
    if (!row.sure()) {
      return use.state() == State.REGISTERED ? use : new Use(State.UNKNOWN, List.of(), use.last());
    }
    List<Registration> now = new ArrayList<>(use.now());
    now.add(registration(row));
    return new Use(State.REGISTERED, List.copyOf(now), use.last());
  }

  private static Registration registration(SipRegistrationDao.Row row) {
    return new Registration(
        row.userAgent(),
        row.transport().toUpperCase(java.util.Locale.ROOT),
        row.address(),
        row.since(),
        row.seenAt());
  }

  /** Removes what is over; the last word of each device in use stays for a year and more. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
  public void purge() {
    registrations.purge(OVER, OLDEST, MOST);
  }
}
