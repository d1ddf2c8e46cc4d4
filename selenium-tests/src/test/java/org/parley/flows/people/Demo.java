package org.parley.flows.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;

/**
 * The running copy as {@code bin/parley demo --json} describes it.
 *
 * @param baseUrl where the portal is
 * @param domain the SIP domain
 * @param mailUrl where the mails are shown that were sent
 * @param accounts the demo people
 */
public record Demo(String baseUrl, String domain, String mailUrl, List<Account> accounts) {
  /** Reads the file that the system property {@code parley.demo} names. */
  public static Demo load() {
    Path file = Path.of(System.getProperty("parley.demo"));
    try {
      Map<String, Object> json = new Json().toType(Files.readString(file), Json.MAP_TYPE);
      List<Account> accounts =
          ((List<?>) json.get("people"))
              .stream().map(person -> account((Map<?, ?>) person)).toList();
      return new Demo(
          (String) json.get("baseUrl"),
          (String) json.get("domain"),
          (String) json.get("mailUrl"),
          accounts);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Say with -Dparley.demo=… where the output of `bin/parley demo --json` is", e);
    }
  }

  /** One of the demo people. */
  public Account account(String username) {
    return accounts.stream()
        .filter(account -> account.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no demo person " + username));
  }

  private static Account account(Map<?, ?> json) {
    return new Account(
        (String) json.get("username"), (String) json.get("password"), (String) json.get("name"));
  }
}
