package org.parley.presence;

/** How somebody wants to be seen. */
public enum Choice {
  /** As they are: available, in a call, away after a while. */
  AVAILABLE,
  /** Busy, unless they are in a call. */
  BUSY,
  /** Away, unless they are in a call. */
  AWAY,
  /** Not to be disturbed; calls do not ring. */
  DND,
  /** Offline to everybody else. */
  INVISIBLE
}
