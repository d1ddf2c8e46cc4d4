package org.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.audit.Act;
import org.parley.audit.AuditLine;
import org.springframework.context.support.ResourceBundleMessageSource;

class AuditWordsTest {
  private final AuditWords words = new AuditWords(bundles());

  private static ResourceBundleMessageSource bundles() {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasename("messages/messages");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROLE_CHANGED    | admin                        | Administration",
        "SETTING_CHANGED | factor-demanded              | Zweiter Faktor verlangt",
        "SETTING_CHANGED | a:25 → b:25, password-changed | a:25 → b:25, anderes Passwort",
        "MAIL_TESTED     | b:25, sent                   | b:25, zugestellt",
        "DEVICE_ADDED    | sent, admin                  | sent, admin",
      })
  void wordsOfOursAreSaidInTheReadersLanguageAndThoseOfPeopleStay(
      Act act, String stored, String shown) {
    AuditLine line = new AuditLine(1, Instant.EPOCH, act.key(), null, "", null, "", stored, "");
    assertThat(words.detail(line, Locale.GERMAN)).isEqualTo(shown);
  }
}
