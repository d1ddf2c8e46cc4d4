package org.parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.common.NotFoundException;
import org.parley.config.CoreConfig;
import org.parley.config.SettingsLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The commands that {@code bin/parley} runs beside the portal, on the same classes and database.
 */
public final class Parley {
  private Parley() {}

  /** {@code -c <portal.properties> <command> [words]}; exits 0, 1 for a refusal, 2 for misuse. */
  public static void main(String[] arguments) {
    int code = run(arguments, System.out, System.err);
    System.out.flush();
    System.exit(code);
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    List<String> words = new ArrayList<>(List.of(arguments));
    if (words.size() < 3 || !words.get(0).equals("-c")) {
      err.println("usage: -c <portal.properties> <command> [words]");
      return 2;
    }
    System.setProperty(SettingsLoader.FILE_PROPERTY, words.get(1));
    String name = words.get(2);
    List<String> rest = words.subList(3, words.size());
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(CoreConfig.class)) {
      Map<String, Command> commands = new TreeMap<>();
      context.getBeansOfType(Command.class).values().forEach(c -> commands.put(c.name(), c));
      Command command = commands.get(name);
      if (command == null) {
        err.println("There is no command '" + name + "'; there are " + commands.keySet());
        return 2;
      }
      return command.run(rest, out, err);
    } catch (NotFoundException e) {
      err.println("There is no such account.");
      return 1;
    }
  }

  /** A password from standard input's first line; empty where there is none. */
  static String readLine() {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
