package org.parley.cli;

import java.io.PrintStream;
import java.util.List;
import org.parley.journal.JournalPump;
import org.parley.journal.JournalService;
import org.springframework.stereotype.Component;

/**
 * Projects the whole journal again: conversations and call histories are put right from it, and
 * what people have read or seen stays. A running portal may do part of the work.
 */
@Component
class RebuildCommand implements Command {
  private static final int TRIES = 200;
  private static final long PAUSE_MILLIS = 50;

  private final JournalService journal;
  private final JournalPump pump;

  RebuildCommand(JournalService journal, JournalPump pump) {
    this.journal = journal;
    this.pump = pump;
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public int run(List<String> words, PrintStream out, PrintStream err) {
    if (!words.isEmpty()) {
      err.println("usage: rebuild");
      return 2;
    }
    try {
      int tries = 0;
      while (!journal.rewind()) {
        if (++tries == TRIES) {
          err.println("A portal does not let go of the journal; stop it, then try again.");
          return 1;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      out.println("rebuilding from " + journal.behind() + " journal rows");
      while (journal.behind() > 0) {
        Thread.sleep(pump.step().toMillis());
      }
      out.println("done");
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
