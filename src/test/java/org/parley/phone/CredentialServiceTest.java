package org.parley.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.account.Role;
import org.parley.account.SignedIn;
import org.parley.common.ProviderSettings;
import org.parley.common.Secret;
import org.parley.common.Settings;

class CredentialServiceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.500Z");
  private static final SignedIn ALICE =
      new SignedIn(1, "alice", "alice", "Alice", Role.EMPLOYEE, SignedIn.Look.NONE);

  private static final String SESSION = "0f5c3a52-8a0b-4c5e-9a54-6f1f6f0f7a11";

  private final CredentialService credentials =
      new CredentialService(
          new Settings(
              "Parley",
              "example.org",
              URI.create("http://localhost"),
              Settings.Registration.CLOSED,
              Duration.ofSeconds(30),
              Duration.ofMinutes(60),
              Duration.ofHours(12),
              16384,
              Duration.ofHours(720),
              Duration.ofMinutes(10),
              new Secret("secret"),
              new Settings.Database("", "", new Secret(""), 2),
              new Settings.Mail("", 25, Settings.Mail.Tls.NONE, null, null, "", false),
              new ProviderSettings(List.of(), List.of()),
              Settings.SecondFactor.OPTIONAL,
              new Secret("key"),
              "sip.example.org",
              java.util.Locale.ENGLISH,
              org.parley.common.MapSettings.PLAIN),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void userNameCarriesTheExpiryAndTheUser() {
    CredentialService.Credential credential = credentials.issue(ALICE, SESSION);
    assertThat(credential.expiresAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    assertThat(credential.username()).isEqualTo("1772370000:alice:" + SESSION);
  }

  @Test
  void passwordIsTheHmacThatTheCoreComputes() {
    // printf %s 1772370000:alice:0f5c3a52-8a0b-4c5e-9a54-6f1f6f0f7a11 | openssl dgst -sha256 -hmac
    // secret -binary | base64
    assertThat(credentials.issue(ALICE, SESSION).password().reveal())
        .isEqualTo("pLrAiE1keem0VlTIcOBkdgQpmfs2O7ybgU6avBzDpZI=");
  }

  @Test
  void credentialDoesNotPrintItsPassword() {
    assertThat(credentials.issue(ALICE, SESSION).toString()).contains("[REDACTED]");
  }
}
