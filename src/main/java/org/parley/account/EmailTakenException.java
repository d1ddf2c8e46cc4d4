package org.parley.account;

/** Somebody else has confirmed the mail address that was given. */
public final class EmailTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmailTakenException() {
    super("mail address taken");
  }
}
