package org.parley.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words that scripts show: every message whose key begins with {@code js.}, as one JSON object
 * that may stand inside a script element.
 */
final class ScriptTexts {
  private static final String PREFIX = "js.";

  private ScriptTexts() {}

  static String load() {
    return json(messages());
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

  private static Properties messages() {
    Properties messages = new Properties();
    try (Reader reader =
        new InputStreamReader(
            new ClassPathResource("messages/messages.properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      messages.load(reader);
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
