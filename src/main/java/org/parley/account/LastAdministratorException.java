package org.parley.account;

/** What was asked for would leave nobody who can administer. */
public final class LastAdministratorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LastAdministratorException() {
    super("the last administrator");
  }
}
