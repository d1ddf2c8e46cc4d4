package org.parley.phonebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.common.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes files of contacts over, part by part. One thread at a time uses it. */
@Component
class ImportPump {
  private static final Logger log = LoggerFactory.getLogger(ImportPump.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final int PART = 1_000;

  private final ImportService imports;

  ImportPump(ImportService imports) {
    this.imports = imports;
  }

  /**
   * Takes one file over.
   *
   * @return how long to wait before the next step
   */
  Duration step() {
    try {
      Optional<ImportService.Job> job = imports.claim();
      if (job.isEmpty()) {
        return IDLE;
      }
      new Run(job.get()).all();
      return Duration.ZERO;
    } catch (RuntimeException e) {
      if (Outage.isOne(e)) {
        log.warn("The database does not answer: {}", e.getMessage());
      } else {
        log.error("Taking over contacts failed", e);
      }
      return AWAY;
    }
  }

  /** One file from where it was left to its end. */
  private final class Run {
    private final ImportService.Job job;
    private final ContactImport one;
    private final List<Card> cards = new ArrayList<>();
    private final List<CardProblem> problems = new ArrayList<>();
    private int passed;
    private int last;

    Run(ImportService.Job job) {
      this.job = job;
      this.one = job.one();
      // The last place that was looked at; what is before it is stored.
      this.last = one.done();
    }

    void all() {
      String text = job.text();
      if (one.kind() == ContactImport.Kind.VCARD) {
        VcardFile.read(one.ownerId(), text, one.region(), this::take, this::note);
      } else {
        CsvFile.read(
            one.ownerId(),
            text,
            one.delimiter(),
            one.fields(),
            one.region(),
            this::take,
            this::note);
      }
      store();
      imports.finish(one.id());
    }

    private boolean take(Card card) {
      passed = card.line();
      if (card.line() > last) {
        cards.add(card);
        if (cards.size() == PART) {
          store();
        }
      }
      return true;
    }

    private void note(CardProblem problem) {
      passed = Math.max(passed, problem.line());
      if (problem.line() > last) {
        problems.add(problem);
      }
    }

    private void store() {
      if (passed <= last) {
        return;
      }
      imports.store(
          one.id(),
          ImportPlan.of(cards, job.known(), one.duplicates()),
          List.copyOf(problems),
          passed - last);
      last = passed;
      cards.clear();
      problems.clear();
    }
  }
}
