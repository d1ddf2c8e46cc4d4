package org.parley.account;

import java.time.Duration;
import java.util.Optional;
import org.parley.common.Settings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends signed-in sessions, in the transaction that gives the reason. The SIP core follows within
 * seconds: what was registered with a session's credential is out, and the credential is void.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Sessions {
  private final SessionDao sessions;
  private final Settings settings;

  Sessions(SessionDao sessions, Settings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  /** Signs {@code username} out of every browser. */
  public void end(String username) {
    sessions.deleteAllOf(username);
  }

  /** {@code username} is about to leave this session. */
  @Transactional
  public void leaving(String username, String sessionId) {
    sessions.leaving(username, sessionId);
  }

  /** What the session is known by, while there is one; nothing to sign in with. */
  @Transactional(readOnly = true)
  public Optional<String> idOf(String sessionId) {
    return sessions.idOf(sessionId);
  }

  /** Forgets sessions that ended so long ago that no credential issued for one is left. */
  @Transactional
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
  public void purge() {
    sessions.purge(settings.credentialLifetime().plus(Duration.ofHours(1)));
  }

  /** Signs {@code username} out of every browser but that of {@code keepSession}. */
  public void endOthers(String username, String keepSession) {
    sessions.deleteOthersOf(username, keepSession);
  }
}
