package org.parley.location;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.parley.account.ReaderTime;

/** For how long somebody shares where they are. */
public enum Lasting {
  /** An hour from now. */
  HOUR,
  /** Until the day is over where the person is. */
  TODAY,
  /** Until they stop it. */
  OPEN;

  /** What "until I stop" is stored as. */
  static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** When it is over for somebody who begins at {@code now}. */
  Instant end(Instant now, ReaderTime reader) {
    return switch (this) {
      case HOUR -> now.plus(Duration.ofHours(1));
      case TODAY -> reader.start(LocalDate.ofInstant(now, reader.zone()).plusDays(1));
      case OPEN -> NEVER;
    };
  }
}
