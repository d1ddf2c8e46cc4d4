package org.parley.common;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes passwords that nobody guesses and everybody can type. */
@Component
public class Passwords {
  // Without characters that are taken for one another.
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 20;

  private final SecureRandom random;

  Passwords(SecureRandom random) {
    this.random = random;
  }

  /** Twenty characters in groups of five: 100 bits. */
  public String make() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 5 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
