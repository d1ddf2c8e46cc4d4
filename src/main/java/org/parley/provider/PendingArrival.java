package org.parley.provider;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a provider has sent and who is not in yet. It stays in the session of the browser
 * they came with: a link that is mailed works in that browser alone, so that nobody lets a stranger
 * in by following a link out of curiosity.
 *
 * @param identity whom the provider says it is
 * @param owner the account that has their address; none where no address is known to be theirs
 * @param address where the link was mailed to
 * @param tokenHash what the link is known by; none before it was mailed
 * @param until when all of this is forgotten
 */
record PendingArrival(
    Identity identity,
    @Nullable Long owner,
    @Nullable String address,
    @Nullable String tokenHash,
    Instant until)
    implements Serializable {

  private static final String ATTRIBUTE = PendingArrival.class.getName();

  static Optional<PendingArrival> in(@Nullable HttpSession session, Instant now) {
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof PendingArrival arrival
            && arrival.until().isAfter(now)
        ? Optional.of(arrival)
        : Optional.empty();
  }

  void keepIn(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  static void forgetIn(HttpSession session) {
    session.removeAttribute(ATTRIBUTE);
  }

  PendingArrival mailed(String to, String hash, Instant expires) {
    return new PendingArrival(identity, owner, to, hash, expires);
  }

  @Override
  public String toString() {
    return "PendingArrival[" + identity.provider() + "]";
  }
}
