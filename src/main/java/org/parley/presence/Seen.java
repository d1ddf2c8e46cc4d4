package org.parley.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.phone.Capabilities;

/**
 * How somebody is seen.
 *
 * @param word in one word
 * @param since from when on; for somebody who is offline, when they were last there. None where
 *     nobody knows, or the reader may not
 * @param devices what they are at; none where nobody knows, or the reader may not
 */
public record Seen(Word word, @Nullable Instant since, Capabilities.@Nullable Devices devices) {
  /** Not there, as far as the reader may know. */
  static final Seen OFFLINE = new Seen(Word.OFFLINE, null, null);

  /** The core is silent. */
  static final Seen UNKNOWN = new Seen(Word.UNKNOWN, null, null);

  /** How {@code known} is seen by themselves. */
  static Seen byOneself(Known known, Instant now) {
    Seen fact = fact(known);
    if (fact.word == Word.OFFLINE || fact.word == Word.UNKNOWN) {
      return fact;
    }
    return known.own().now(now) == Choice.INVISIBLE
        ? new Seen(Word.INVISIBLE, known.own().since(), known.devices())
        : chosen(fact, known.own(), now);
  }

  /** How {@code known} is seen by somebody who may. */
  static Seen byOthers(Known known, Instant now) {
    Seen fact = fact(known);
    if (fact.word == Word.UNKNOWN) {
      return fact;
    }
    Own own = known.own();
    if (own.now(now) != Choice.INVISIBLE) {
      return fact.word == Word.OFFLINE ? fact : chosen(fact, own, now);
    }
    // Coming and going while invisible must not show in when they were last there.
    boolean left =
        fact.word == Word.OFFLINE && fact.since != null && fact.since.isBefore(own.since());
    return new Seen(Word.OFFLINE, left ? fact.since : own.since(), null);
  }

  /** How {@code known} is seen by somebody who may not: as everybody is whom nobody knows. */
  static Seen byStrangers(Known known) {
    return fact(known).word == Word.UNKNOWN ? UNKNOWN : OFFLINE;
  }

  private static Seen chosen(Seen fact, Own own, Instant now) {
    Word word =
        switch (own.now(now)) {
          case DND -> Word.DND;
          case BUSY -> isTaken(fact.word) ? fact.word : Word.BUSY;
          case AWAY -> isTaken(fact.word) ? fact.word : Word.AWAY;
          case AVAILABLE, INVISIBLE -> fact.word;
        };
    if (word == fact.word) {
      return fact;
    }
    // Whoever was not there when they chose it has been so since they came.
    boolean later =
        fact.since != null && fact.since.isAfter(own.since()) && fact.word == Word.AVAILABLE;
    return new Seen(word, later ? fact.since : own.since(), fact.devices);
  }

  private static boolean isTaken(Word word) {
    return word == Word.IN_CALL || word == Word.CONFERENCE || word == Word.DND;
  }

  private static Seen fact(Known known) {
    if (!known.active()) {
      return OFFLINE;
    }
    return switch (known.core()) {
      case SILENT -> UNKNOWN;
      case GONE -> OFFLINE;
      case ALIVE ->
          new Seen(
              known.word(), known.since(), known.word() == Word.OFFLINE ? null : known.devices());
    };
  }
}
