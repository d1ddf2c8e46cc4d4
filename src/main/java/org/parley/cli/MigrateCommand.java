package org.parley.cli;

import java.io.PrintStream;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/** Brings the portal's schema up to date; starting the command has done it already. */
@Component
class MigrateCommand implements Command {
  private final Flyway flyway;

  MigrateCommand(Flyway flyway) {
    this.flyway = flyway;
  }

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public int run(List<String> words, PrintStream out, PrintStream err) {
    out.println("schema version " + flyway.info().current().getVersion());
    return 0;
  }
}
