package org.parley.mail;

/** Reasons that are not a server's own words; pages say them in their reader's language. */
final class MailProblem {
  /** Its time was over before a server took it. */
  static final String TOO_LATE = "Its time was over before it could be sent.";

  /** It may have gone out, or not. */
  static final String UNKNOWN = "It is not known whether it was sent. ";

  private MailProblem() {}
}
