package org.parley.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.audit.Act;
import org.parley.audit.AuditLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a line of the log says besides, in the language of whoever reads it. Stored are words of no
 * language, one behind another with commas between: what people typed stays as it is.
 */
@Component
class AuditWords {
  private static final String ROLES = "admin.role.";
  private static final String SETTINGS = "audit.detail.";

  /** The acts whose details are words of ours, with the keys under which they are said. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          Act.ACCOUNT_CREATED.key(), Set.of(ROLES),
          Act.ROLE_CHANGED.key(), Set.of(ROLES),
          Act.SETTING_CHANGED.key(), Set.of(SETTINGS),
          Act.MAIL_TESTED.key(), Set.of(SETTINGS, "mails.problem."));

  private final MessageSource messages;

  AuditWords(MessageSource messages) {
    this.messages = messages;
  }

  String detail(AuditLine line, Locale locale) {
    Set<String> keys = KEYS.get(line.act());
    if (keys == null || line.detail().isEmpty()) {
      return line.detail();
    }
    return Arrays.stream(line.detail().split(", "))
        .map(word -> word(word, keys, locale))
        .collect(Collectors.joining(", "));
  }

  private String word(String word, Set<String> keys, Locale locale) {
    for (String key : keys) {
      String said = messages.getMessage(key + word, null, null, locale);
      if (said != null) {
        return said;
      }
    }
    return word;
  }
}
