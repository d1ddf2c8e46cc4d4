package org.parley.account;

import org.jspecify.annotations.Nullable;

/** Somebody else has the sign-in name that was wished for. */
public final class UsernameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsernameTakenException(@Nullable Throwable cause) {
    super("user name taken", cause);
  }
}
