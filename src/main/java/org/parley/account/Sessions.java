package org.parley.account;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends signed-in sessions, in the transaction that gives the reason. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Sessions {
  private final SessionDao sessions;

  Sessions(SessionDao sessions) {
    this.sessions = sessions;
  }

  /** Signs {@code username} out of every browser. */
  public void end(String username) {
    sessions.deleteAllOf(username);
  }

  /** Signs {@code username} out of every browser but that of {@code keepSession}. */
  public void endOthers(String username, String keepSession) {
    sessions.deleteOthersOf(username, keepSession);
  }
}
