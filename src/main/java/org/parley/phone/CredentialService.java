package org.parley.phone;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.account.SignedIn;
import org.parley.common.Secret;
import org.parley.common.Settings;
import org.springframework.stereotype.Service;

/**
 * Issues SIP credentials that expire by themselves: the user name carries the expiry, the password
 * is its HMAC with a key that only the SIP core shares (Kamailio's {@code auth_ephemeral}; the
 * scheme of draft-uberti-behave-turn-rest). Nothing is stored, and nobody's password reaches a
 * browser. The user name also says for which session it is: when that ends, so does the credential.
 */
@Service
public class CredentialService {
  private static final String ALGORITHM = "HmacSHA256";

  private final Settings settings;
  private final Clock clock;

  CredentialService(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A credential for one address of record.
   *
   * @param username {@code <expiry in Unix seconds>:<user>:<session>}
   * @param password base64 of the HMAC-SHA-256 of the user name
   * @param expiresAt when it stops working
   */
  public record Credential(String username, Secret password, Instant expiresAt) {}

  /**
   * A credential for {@code me} that starts to live now.
   *
   * @param session what the session is known by (see {@code Sessions.idOf})
   */
  public Credential issue(SignedIn me, String session) {
    Instant expiresAt =
        clock.instant().plus(settings.credentialLifetime()).truncatedTo(ChronoUnit.SECONDS);
    String username = expiresAt.getEpochSecond() + ":" + me.user() + ":" + session;
    return new Credential(username, new Secret(hmac(username)), expiresAt);
  }

  private String hmac(String username) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      byte[] key = settings.sipSecret().reveal().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
