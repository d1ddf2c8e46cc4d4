package org.parley.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.parley.account.AccountService;
import org.parley.account.Role;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the people of a demo file who are not there yet, with the passwords the file holds. Running
 * it again changes nothing.
 */
@Component
class DemoCommand implements Command {
  private final AccountService accounts;

  DemoCommand(AccountService accounts) {
    this.accounts = accounts;
  }

  /** The file's form; what {@code bin/parley demo --json} prints. */
  record Demo(List<DemoPerson> people) {}

  /** One of its people. */
  record DemoPerson(String username, String password, String name, String role) {}

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public int run(List<String> words, PrintStream out, PrintStream err) {
    if (words.size() != 1) {
      err.println("usage: demo <demo.json>");
      return 2;
    }
    JsonMapper mapper =
        JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    Demo demo = mapper.readValue(Path.of(words.get(0)), Demo.class);
    int made = 0;
    for (DemoPerson person : demo.people()) {
      if (!accounts.exists(person.username())) {
        accounts.createByCommand(
            person.username(),
            person.name(),
            person.username() + "@example.org",
            person.password(),
            Role.valueOf(person.role()));
        made++;
      }
    }
    out.println(made + " demo accounts made");
    return 0;
  }
}
