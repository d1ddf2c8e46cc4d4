package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(strings = {"parrot window seven", "müde Katze Regen", "k3jf-94kd-qq0s"})
  void longUncommonPasswordsAreTaken(String password) {
    assertThat(rules.complaint(password, "anna")).isEmpty();
  }

  @Test
  void nineCharactersAreTooFew() {
    assertThat(rules.complaint("abcdefghx", "anna")).contains("account.password.short");
  }

  @Test
  void moreThanOneHundredTwentyEightAreTooMany() {
    assertThat(rules.complaint("xy".repeat(65), "anna")).contains("account.password.long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password123", "PASSWORD12345", "qwertyuiop", "iloveyou1234!", "aaaaaaaaaaaa"})
  void whatEverybodyTriesFirstIsRefused(String password) {
    assertThat(rules.complaint(password, "anna")).contains("account.password.common");
  }

  @Test
  void theUserNameInsideIsRefused() {
    assertThat(rules.complaint("my-Annabel-secret", "annabel")).contains("account.password.name");
  }
}
