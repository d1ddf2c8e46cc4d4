package org.parley.history;

/** Where a call is in its life. */
enum CallState {
  /** Accepted for routing. */
  STARTED,
  /** At least one device rings. */
  RINGING,
  /** Two people talk. */
  ANSWERED,
  /** Over after an answer. */
  ENDED,
  /** Over without an answer. */
  FAILED,
  /** Nobody told how it ended; what comes late still counts. */
  LOST;

  boolean isOpen() {
    return this == STARTED || this == RINGING || this == ANSWERED;
  }
}
