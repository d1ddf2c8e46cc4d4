package org.parley.phone;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people's registered devices can take, all of them together. */
@Service
@Transactional(readOnly = true)
public class Capabilities {
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final SipRegistrationDao registrations;

  Capabilities(SipRegistrationDao registrations) {
    this.registrations = registrations;
  }

  /**
   * Somebody's devices.
   *
   * @param can what at least one of them can take
   * @param kinds what they are
   */
  public record Devices(Set<Capability> can, Set<DeviceKind> kinds) {}

  /** By user name; whoever has no device that is surely there is missing. */
  public Map<String, Devices> of(Collection<String> users) {
    Map<String, Devices> devices = new HashMap<>();
    for (SipRegistrationDao.Offer offer : registrations.offers(users, SILENCE)) {
      Devices known =
          devices.getOrDefault(
              offer.user(),
              new Devices(EnumSet.noneOf(Capability.class), EnumSet.noneOf(DeviceKind.class)));
      DeviceKind kind = DeviceKind.of(offer.transport(), offer.userAgent());
      known.kinds().add(kind);
      known
          .can()
          .addAll(Capability.of(kind == DeviceKind.BROWSER, offer.features(), offer.allowed()));
      devices.put(offer.user(), known);
    }
    return devices;
  }
}
