package org.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.common.ProviderSettings;
import org.parley.common.Settings;
import org.parley.config.SettingsLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Writes the settings that tests run with, from the environment that names the database. */
public final class TestSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** The SIP domain of every test. */
  public static final String DOMAIN = "test.example";

  /** {@code settings}, with a list of domains that get an account. */
  public static Settings forDomains(Settings settings, String... domains) {
    return with(
        settings,
        settings.mail(),
        new ProviderSettings(settings.providers().all(), List.of(domains)));
  }

  /** {@code settings}, with others of mail. */
  public static Settings withMail(Settings settings, Settings.Mail mail) {
    return with(settings, mail, settings.providers());
  }

  private static Settings with(Settings settings, Settings.Mail mail, ProviderSettings providers) {
    return new Settings(
        settings.organisation(),
        settings.domain(),
        settings.publicUrl(),
        settings.registration(),
        settings.ringTime(),
        settings.credentialLifetime(),
        settings.sessionLifetime(),
        settings.messageMaxBytes(),
        settings.sipNameGrace(),
        settings.offlineMail(),
        settings.sipSecret(),
        settings.database(),
        mail,
        providers,
        settings.secondFactor(),
        settings.factorKey(),
        settings.sipServer(),
        settings.language(),
        settings.map());
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path folder = Files.createTempDirectory("parley-test");
      Path secret = Files.writeString(folder.resolve("sip"), "0123456789abcdef");
      Path file = folder.resolve("portal.properties");
      List<String> lines =
          new ArrayList<>(
              List.of(
                  "parley.domain=" + DOMAIN,
                  "parley.registration=approval",
                  "parley.sip-secret-file=" + secret,
                  "parley.factor-key-file=" + secret,
                  // Never reached: no test of the portal empties the outbox.
                  "parley.mail.host=127.0.0.1",
                  "parley.db.url=" + environment("PARLEY_TEST_DB_URL"),
                  "parley.db.user=" + environment("PARLEY_TEST_DB_USER"),
                  "parley.db.password-file=" + environment("PARLEY_TEST_DB_PASSWORD_FILE")));
      lines.addAll(TestProviders.running().settings(secret.toString()));
      Files.write(file, lines);
      // The last one registered goes first.
      Stream.of(folder, secret, file).forEach(each -> each.toFile().deleteOnExit());
      System.setProperty(SettingsLoader.FILE_PROPERTY, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set; docs/testing.md tells how");
    }
    return value;
  }
}
