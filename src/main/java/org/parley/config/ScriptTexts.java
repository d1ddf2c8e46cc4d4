package org.parley.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.parley.common.Languages;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words that scripts show: every message whose key begins with {@code js.}, as one JSON object
 * of each language that may stand inside a script element.
 */
final class ScriptTexts {
  private static final String PREFIX = "js.";

  private ScriptTexts() {}

  /** By the language's tag; what a language lacks is said in the one that lacks nothing. */
  static Map<String, String> load() {
    Map<String, String> texts = new TreeMap<>();
    for (Locale language : Languages.ALL) {
      Properties messages = new Properties();
      read("messages/messages.properties", messages);
      if (!language.equals(Languages.FALLBACK)) {
        read("messages/messages_" + language.getLanguage() + ".properties", messages);
      }
      texts.put(language.getLanguage(), json(messages));
    }
    return texts;
  }

  static String json(Properties messages) {
    Map<String, String> words = new TreeMap<>();
    messages.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (name.startsWith(PREFIX)) {
            words.put(name.substring(PREFIX.length()), String.valueOf(value));
          }
        });
    // A "<" could end the element around it.
    return JsonMapper.builder().build().writeValueAsString(words).replace("<", "\\u003c");
  }

  private static void read(String file, Properties messages) {
    try (Reader reader =
        new InputStreamReader(
            new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
