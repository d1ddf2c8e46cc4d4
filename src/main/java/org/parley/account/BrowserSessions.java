package org.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.List;
import org.parley.audit.Act;
import org.parley.audit.AuditLog;
import org.parley.common.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers in which somebody is signed in. */
@Service
@Transactional
public class BrowserSessions {
  /** How many are listed. */
  public static final int MOST = 50;

  /** The session attribute that says which browser it is and where: two lines of text. */
  static final String ATTRIBUTE = "parley.browser";

  private final SessionDao sessions;
  private final AuditLog log;

  BrowserSessions(SessionDao sessions, AuditLog log) {
    this.sessions = sessions;
    this.log = log;
  }

  /**
   * A browser in which somebody is signed in.
   *
   * @param id what it is known by here; nothing to sign in with
   * @param name what it calls itself, empty where that says nothing
   * @param address the network address it came from last
   * @param since when it was signed in
   * @param lastUsedAt when it asked for something last
   * @param here whether it is the one that asks
   */
  public record View(
      String id, String name, String address, Instant since, Instant lastUsedAt, boolean here) {}

  /** Notes in the session of {@code request} which browser it is and where, if that has changed. */
  static void note(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return;
    }
    String mark =
        UserAgents.name(request.getHeader(HttpHeaders.USER_AGENT)) + "\n" + request.getRemoteAddr();
    if (!mark.equals(session.getAttribute(ATTRIBUTE))) {
      session.setAttribute(ATTRIBUTE, mark);
    }
  }

  /** The browsers of {@code me}, the one used last first. */
  @Transactional(readOnly = true)
  public List<View> list(SignedIn me, String currentSession) {
    return sessions.of(me.username(), ATTRIBUTE, MOST).stream()
        .map(row -> view(row, currentSession))
        .toList();
  }

  /** Signs {@code me} out of one browser. */
  public void end(SignedIn me, String id) {
    if (sessions.delete(me.username(), id) == 0) {
      throw new NotFoundException();
    }
    log.record(me, Act.SIGNED_OUT, me, "");
  }

  /** Signs {@code me} out of every browser but that of {@code currentSession}. */
  public void endOthers(SignedIn me, String currentSession) {
    sessions.deleteOthersOf(me.username(), currentSession);
    log.record(me, Act.SIGNED_OUT_EVERYWHERE, me, "");
  }

  private static View view(SessionDao.Row row, String currentSession) {
    String[] mark = text(row.mark()).split("\n", 2);
    return new View(
        row.id(),
        mark[0],
        mark.length > 1 ? mark[1] : "",
        row.since(),
        row.lastUsedAt(),
        row.sessionId().equals(currentSession));
  }

  // What Spring Session stored: one string, and nothing else is taken for it.
  private static String text(byte[] stored) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
      in.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter("maxbytes=4096;java.lang.String;!*"));
      return in.readObject() instanceof String text ? text : "";
    } catch (IOException | ClassNotFoundException e) {
      return "";
    }
  }
}
