package org.parley.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long enough, and not one that everybody guesses first. No rules about
 * kinds of characters, which make passwords worse (NIST SP 800-63B section 5.1.1.2).
 */
@Component
public final class PasswordRules {
  /** The least number of characters. */
  public static final int SHORTEST = 10;

  /** The most: more would only cost time in hashing. */
  public static final int LONGEST = 128;

  private final Set<String> common = read();

  /** The message key of what is wrong with {@code password}; empty where nothing is. */
  public Optional<String> complaint(String password, String username) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("account.password.short");
    }
    if (password.length() > LONGEST) {
      return Optional.of("account.password.long");
    }
    String squeezed = lower.replaceAll("[^\\p{L}]+$", "");
    if (common.contains(lower) || common.contains(squeezed) || oneCharacter(lower)) {
      return Optional.of("account.password.common");
    }
    if (!username.isBlank() && lower.contains(username.toLowerCase(Locale.ROOT))) {
      return Optional.of("account.password.name");
    }
    return Optional.empty();
  }

  private static boolean oneCharacter(String text) {
    return text.chars().distinct().count() <= 2;
  }

  private static Set<String> read() {
    try (InputStream in =
            Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
