package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.common.Settings;

class SettingsLoaderTest {
  @TempDir Path folder;
  private final Properties file = new Properties();

  @BeforeEach
  void least() throws IOException {
    file.setProperty(
        "parley.sip-secret-file", Files.writeString(folder.resolve("sip"), "key\n").toString());
    file.setProperty("parley.factor-key-file", folder.resolve("sip").toString());
    file.setProperty(
        "parley.db.password-file", Files.writeString(folder.resolve("db"), "mellon\n").toString());
    file.setProperty("parley.db.url", "jdbc:mysql://127.0.0.1/parley");
  }

  private Settings load(Map<String, String> environment) {
    return new SettingsLoader(file, environment).load();
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    Settings settings = load(Map.of());
    assertThat(settings.domain()).isEqualTo("parley.localhost");
    assertThat(settings.ringTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.registration()).isEqualTo(Settings.Registration.CLOSED);
    assertThat(settings.sipSecret().reveal()).isEqualTo("key");
  }

  @Test
  void environmentWinsOverTheFile() {
    file.setProperty("parley.ring-seconds", "20");
    assertThat(load(Map.of()).ringTime()).isEqualTo(Duration.ofSeconds(20));
    assertThat(load(Map.of("PARLEY_RING_SECONDS", "25")).ringTime())
        .isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void valueOutOfBoundsIsNamedWithItsBounds() {
    file.setProperty("parley.ring-seconds", "soon");
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessage("parley.ring-seconds is 'soon'; it takes a whole number from 5 to 300");
  }

  @Test
  void unknownWordIsNamedWithTheKnownOnes() {
    file.setProperty("parley.registration", "maybe");
    assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("open, approval or closed");
  }

  @Test
  void missingSecretFileIsNamed() {
    file.setProperty("parley.sip-secret-file", folder.resolve("none").toString());
    assertThatThrownBy(() -> load(Map.of())).hasMessageContaining("parley.sip-secret-file");
  }

  @Test
  void settingsPrintNoSecret() {
    assertThat(load(Map.of()).toString()).doesNotContain("mellon").contains("[REDACTED]");
  }
}
