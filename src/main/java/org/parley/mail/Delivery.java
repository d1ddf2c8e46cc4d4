package org.parley.mail;

/**
 * What came of handing a mail to the server.
 *
 * @param outcome in one word
 * @param problem what the server or the network said, empty where all went well
 */
record Delivery(Outcome outcome, String problem) {
  /** What can come of it. */
  enum Outcome {
    /** The server has taken it. */
    TAKEN,
    /** Not this time; the server cannot have taken it. */
    LATER,
    /** The server will not take it, however often it is asked. */
    REFUSED,
    /** All was handed over and the answer did not come: it may have been taken. */
    UNKNOWN
  }

  static Delivery taken() {
    return new Delivery(Outcome.TAKEN, "");
  }

  static Delivery later(String problem) {
    return new Delivery(Outcome.LATER, problem);
  }

  static Delivery refused(String problem) {
    return new Delivery(Outcome.REFUSED, problem);
  }

  static Delivery unknown(String problem) {
    return new Delivery(Outcome.UNKNOWN, problem);
  }
}
