package org.parley.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.account.CurrentAccount;
import org.parley.account.Sessions;
import org.parley.account.SignedIn;
import org.parley.common.DeviceId;
import org.parley.common.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Hands the signed-in browser what its phone needs to register. */
@RestController
class PhoneController {
  private final CredentialService credentials;
  private final CredentialLimit limit;
  private final Sessions sessions;
  private final Settings settings;

  PhoneController(
      CredentialService credentials, CredentialLimit limit, Sessions sessions, Settings settings) {
    this.sessions = sessions;
    this.credentials = credentials;
    this.limit = limit;
    this.settings = settings;
  }

  /** What the phone needs; {@code password} is valid until {@code expiresAt} and no longer. */
  record PhoneSettings(
      String user,
      String address,
      String displayName,
      String domain,
      String username,
      String password,
      Instant expiresAt,
      String socketPath,
      String deviceId,
      List<Map<String, Object>> iceServers,
      long ringSeconds) {
    @Override
    public String toString() {
      return "PhoneSettings[" + user + "]";
    }
  }

  @PostMapping("/api/phone/credential")
  ResponseEntity<PhoneSettings> issue(
      @CurrentAccount SignedIn me,
      @RequestAttribute(DeviceId.ATTRIBUTE) String device,
      HttpServletRequest request) {
    limit.count(me.id());
    // One that is being ended at this moment gets nothing more.
    String session =
        sessions
            .idOf(request.getSession().getId())
            .orElseThrow(() -> new AccessDeniedException("signed out"));
    CredentialService.Credential credential = credentials.issue(me, session);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new PhoneSettings(
                me.user(),
                "sip:" + me.user() + "@" + settings.domain(),
                me.name(),
                settings.domain(),
                credential.username(),
                credential.password().reveal(),
                credential.expiresAt(),
                "/sip",
                device,
                List.of(),
                settings.ringTime().toSeconds()));
  }
}
