package org.parley.phonebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each card of a part of a file. */
final class ImportPlan {
  private final List<Card> fresh = new ArrayList<>();
  private final Map<Long, List<Card>> merges = new LinkedHashMap<>();
  private int skipped;

  /** Plans for {@code cards}; {@code known} learns of whoever is new. */
  static ImportPlan of(List<Card> cards, Known known, ContactImport.Duplicates duplicates) {
    ImportPlan plan = new ImportPlan();
    for (Card card : cards) {
      Long contact = known.match(card);
      if (contact == null
          || (duplicates == ContactImport.Duplicates.KEEP && !known.hasAll(contact, card))) {
        // Until it has a number of its own, the card's place in the file stands for it.
        known.learn(-card.line(), card);
        plan.fresh.add(card);
      } else if (duplicates == ContactImport.Duplicates.MERGE && !known.hasAll(contact, card)) {
        known.learn(contact, card);
        plan.merge(contact, card);
      } else {
        plan.skipped++;
      }
    }
    return plan;
  }

  private void merge(long contact, Card card) {
    merges.computeIfAbsent(contact, id -> new ArrayList<>()).add(card);
  }

  /** Those who are new. */
  List<Card> fresh() {
    return fresh;
  }

  /** What is added to whom; numbers below zero are places in this file. */
  Map<Long, List<Card>> merges() {
    return merges;
  }

  /** How many bring nothing, or are not wanted. */
  int skipped() {
    return skipped;
  }

  /** How many are added to somebody. */
  int merged() {
    return merges.values().stream().mapToInt(List::size).sum();
  }

  /** Text where there is none yet. */
  static @Nullable String first(@Nullable String there, @Nullable String more) {
    return there == null || there.isBlank() ? more : there;
  }
}
