package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.common.Languages;

/** Holds the message bundle and those who use it together. */
class MessagesTest {
  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Path BUNDLE = FOLDER.resolve("messages.properties");
  private static final Pattern PLACES = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z0-9.-]+)\\s*=");
  private static final Pattern PAGES =
      Pattern.compile("\\b(?:code|label|hint)=\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");
  private static final Pattern CONSTRAINTS = Pattern.compile("message = \"\\{([a-z][\\w.-]+)}\"");
  private static final Pattern SCRIPTS =
      Pattern.compile("\\btext\\(\\s*'([a-z][\\w-]*(?:\\.[\\w-]+)*)'");

  private final Set<String> keys = keys();

  @Test
  void everyKeyThatIsNamedHasItsWords() {
    Set<String> named = new TreeSet<>();
    named.addAll(found(PAGES, sources("src/main/webapp/WEB-INF")));
    named.addAll(found(CONSTRAINTS, sources("src/main/java")));
    found(SCRIPTS, sources("src/main/webapp/js")).forEach(key -> named.add("js." + key));
    assertThat(named).isNotEmpty().isSubsetOf(keys);
  }

  @Test
  void noWordsAreLeftOver() {
    String all = sources("src/main/java") + sources("src/main/webapp");
    Set<String> unused =
        keys.stream()
            .filter(key -> !isUsed(key, all))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  static Stream<Path> translations() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.equals(BUNDLE)).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("translations")
  void everyLanguageHasTheSameWordsWithTheSamePlaces(Path bundle) {
    Map<String, String> english = words(BUNDLE);
    Map<String, String> others = words(bundle);
    assertThat(others.keySet()).isEqualTo(english.keySet());
    Map<String, Set<String>> differ = new TreeMap<>();
    english.forEach(
        (key, text) -> {
          Set<String> places = found(PLACES, String.valueOf(others.get(key)));
          if (!places.equals(found(PLACES, text))) {
            differ.put(key, places);
          }
        });
    assertThat(differ).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("translations")
  void everyLanguageIsOneThatCanBeChosen(Path bundle) {
    String tag = String.valueOf(words(bundle).get("language.tag"));
    assertThat(bundle.getFileName()).hasToString("messages_" + tag + ".properties");
    assertThat(Languages.find(tag)).isNotNull();
  }

  private static Map<String, String> words(Path bundle) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
    return words;
  }

  static Stream<Path> bundles() throws IOException {
    return Stream.concat(Stream.of(BUNDLE), translations());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noKeyIsGivenTwice(Path bundle) {
    Matcher lines = LINE.matcher(read(bundle));
    Set<String> seen = new TreeSet<>();
    while (lines.find()) {
      assertThat(seen.add(lines.group(1))).as(lines.group(1)).isTrue();
    }
  }

  // Literally, or as the rest of something that is put together: "history.kind.${kind}".
  private static boolean isUsed(String key, String sources) {
    String name = key.startsWith("js.") ? key.substring(3) : key;
    if (sources.contains(name)) {
      return true;
    }
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      String start = name.substring(0, dot);
      if (sources.contains(start + ".${")
          || sources.contains(start + ".\"")
          || sources.contains("countText('" + start + "'")) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> keys() {
    return found(LINE, read(BUNDLE));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> groups = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      groups.add(matcher.group(1));
    }
    return groups;
  }

  private static String sources(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|jsp|tag|js)"))
          .map(MessagesTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
