package org.parley.flows.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The running copy of the product, handled as its operator handles it: with {@code bin/parley}. */
public final class Copy {
  private static final Pattern PASSWORD = Pattern.compile("(?m)^password:\\s*(\\S+)$");
  private static final long LONGEST_SECONDS = 120;

  /** Ends a part and starts it again. */
  public void restart(String part) {
    run("restart", part);
  }

  /** Ends a part in good order. */
  public void stop(String part) {
    run("stop", part);
  }

  /** Ends a part with signal 9. */
  public void kill(String part) {
    run("stop", "--kill", part);
  }

  /** Starts a part and returns when it answers; starting one that runs changes nothing. */
  public void start(String part) {
    run("start", part);
  }

  /** Makes an account with a password that nobody chose. */
  public Account addUser(String username, String name) {
    return addUser(username, name, false);
  }

  /** The same, with the mail address {@code <username>@example.org} where one is wanted. */
  public Account addUser(String username, String name, boolean withMail) {
    String said =
        withMail
            ? run("user", "add", username, "--name", name, "--email", username + "@example.org")
            : run("user", "add", username, "--name", name);
    Matcher password = PASSWORD.matcher(said);
    if (!password.find()) {
      throw new IllegalStateException("no password in what `user add` printed: " + said);
    }
    return new Account(username, password.group(1), name);
  }

  /** Shuts somebody out. */
  public void disable(String username) {
    run("user", "disable", username);
  }

  /** Lets somebody in: who asked for an account, or who was shut out. */
  public void enable(String username) {
    run("user", "enable", username);
  }

  private static String run(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("parley.command")).toAbsolutePath().toString());
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
