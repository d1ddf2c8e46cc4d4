package org.parley.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.common.Languages;
import org.parley.common.MapSettings;
import org.parley.common.Secret;
import org.parley.common.Settings;

/**
 * Reads {@link Settings} from one properties file; an environment variable of the same name ({@code
 * parley.ring-seconds} is {@code PARLEY_RING_SECONDS}) wins. Secrets are named by the file that
 * holds them.
 */
public final class SettingsLoader {
  /** The system property that names the properties file. */
  public static final String FILE_PROPERTY = "parley.config";

  private final Properties file;
  private final Map<String, String> environment;

  SettingsLoader(Properties file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /** Reads the file named by {@link #FILE_PROPERTY}. */
  public static Settings fromSystemProperty() {
    String path = System.getProperty(FILE_PROPERTY);
    if (path == null) {
      throw new IllegalStateException("System property " + FILE_PROPERTY + " names no file");
    }
    return fromFile(Path.of(path));
  }

  /** Reads {@code path}. */
  public static Settings fromFile(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read the settings in " + path, e);
    }
    return new SettingsLoader(properties, System.getenv()).load();
  }

  Settings load() {
    return new Settings(
        text("parley.organisation", "Parley"),
        text("parley.domain", "parley.localhost").toLowerCase(Locale.ROOT),
        uri("parley.public-url", "http://localhost:8080"),
        registration(),
        Duration.ofSeconds(number("parley.ring-seconds", 30, 5, 300)),
        Duration.ofMinutes(number("parley.credential-minutes", 60, 2, 1440)),
        Duration.ofHours(number("parley.session-hours", 12, 1, 720)),
        number("parley.message-max-bytes", 16384, 256, 32768),
        Duration.ofHours(number("parley.sip-name-grace-hours", 720, 1, 8760)),
        Duration.ofSeconds(number("parley.offline-mail-seconds", 600, 1, 604800)),
        secretFile("parley.sip-secret-file"),
        new Settings.Database(
            required("parley.db.url"),
            text("parley.db.user", "parley"),
            secretFile("parley.db.password-file"),
            number("parley.db.pool-size", 10, 2, 100)),
        mail(),
        new ProviderSettingsLoader(this).load(),
        secondFactor(),
        secretFile("parley.factor-key-file"),
        text("parley.sip-server", text("parley.domain", "parley.localhost")),
        language(),
        map());
  }

  private MapSettings map() {
    String file = find("parley.map.geoip-file");
    MapSettings map =
        new MapSettings(
            find("parley.map.tiles"),
            text("parley.map.attribution", ""),
            file == null ? null : Path.of(file));
    String tiles = map.tiles();
    if (tiles != null
        && !tiles.matches("https?://[A-Za-z0-9.:-]+/\\S*[{]z[}]\\S*[{][xy][}]\\S*[{][xy][}]\\S*")) {
      throw new IllegalStateException(
          "parley.map.tiles is '"
              + tiles
              + "'; it takes one host with {z}, {x} and {y} in its path");
    }
    return map;
  }

  private Locale language() {
    String value = text("parley.language", Languages.FALLBACK.getLanguage());
    Locale language = Languages.find(value.toLowerCase(Locale.ROOT));
    if (language == null) {
      throw new IllegalStateException(
          "parley.language is '"
              + value
              + "'; it takes "
              + Languages.ALL.stream()
                  .map(Locale::getLanguage)
                  .collect(Collectors.joining(" or ")));
    }
    return language;
  }

  private Settings.Mail mail() {
    return new Settings.Mail(
        text("parley.mail.host", ""),
        number("parley.mail.port", 25, 1, 65535),
        tls(),
        find("parley.mail.user"),
        find("parley.mail.password-file") == null ? null : secretFile("parley.mail.password-file"),
        text("parley.mail.from", "parley@" + text("parley.domain", "parley.localhost")),
        Boolean.parseBoolean(text("parley.mail.fixed", "false")));
  }

  private Settings.Mail.Tls tls() {
    String value = text("parley.mail.tls", "starttls");
    try {
      return Settings.Mail.Tls.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "parley.mail.tls is '" + value + "'; it takes none, starttls or tls", e);
    }
  }

  private Settings.SecondFactor secondFactor() {
    String value = text("parley.second-factor", "optional");
    try {
      return Settings.SecondFactor.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "parley.second-factor is '" + value + "'; it takes optional, admins or everybody", e);
    }
  }

  private Settings.Registration registration() {
    String value = text("parley.registration", "closed");
    try {
      return Settings.Registration.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "parley.registration is '" + value + "'; it takes open, approval or closed", e);
    }
  }

  Secret secretFile(String key) {
    Path path = Path.of(required(key));
    try {
      return new Secret(Files.readString(path).strip());
    } catch (IOException e) {
      throw new IllegalStateException(key + ": cannot read " + path, e);
    }
  }

  URI uri(String key, String fallback) {
    String value = text(key, fallback);
    URI uri = URI.create(value);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalStateException(key + " is '" + value + "'; it takes a whole URL");
    }
    return uri;
  }

  private int number(String key, int fallback, int least, int most) {
    String value = text(key, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message that names the bounds.
    }
    throw new IllegalStateException(
        key + " is '" + value + "'; it takes a whole number from " + least + " to " + most);
  }

  String required(String key) {
    String value = find(key);
    if (value == null) {
      throw new IllegalStateException(key + " is not set");
    }
    return value;
  }

  String text(String key, String fallback) {
    String value = find(key);
    return value == null ? fallback : value;
  }

  @Nullable String find(String key) {
    String variable = key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    String value = environment.getOrDefault(variable, file.getProperty(key));
    return value == null || value.isBlank() ? null : value.strip();
  }
}
