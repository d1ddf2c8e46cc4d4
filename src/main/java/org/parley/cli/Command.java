package org.parley.cli;

import java.io.PrintStream;
import java.util.List;

/** One command of the command line. */
interface Command {
  /** The word that calls it. */
  String name();

  /**
   * Does it.
   *
   * @param words what follows the name
   * @return the exit code: 0 done, 1 refused, 2 misused
   */
  int run(List<String> words, PrintStream out, PrintStream err);
}
