package org.parley.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions whose last use is written down now and then only. Otherwise each request of a page,
 * however small, would be a durable write to the database before it is answered. A session may end
 * this much earlier than its lifetime after the last request.
 */
final class CalmSessions implements SessionRepository<CalmSessions.Visit> {
  private static final Duration MOST = Duration.ofMinutes(1);

  /** A twentieth of the lifetime is nothing that anybody notices. */
  private static final int PART = 20;

  private final SessionRepository<Session> stored;

  // Not generic itself: Spring would not find it for who asks for the repository of some session.
  @SuppressWarnings("unchecked") // It is only given back what came from it.
  CalmSessions(SessionRepository<? extends Session> stored) {
    this.stored = (SessionRepository<Session>) stored;
  }

  @Override
  public Visit createSession() {
    return new Visit(stored.createSession());
  }

  @Override
  public void save(Visit visit) {
    stored.save(visit.session);
  }

  @Override
  public @Nullable Visit findById(String id) {
    Session session = stored.findById(id);
    return session == null ? null : new Visit(session);
  }

  @Override
  public void deleteById(String id) {
    stored.deleteById(id);
  }

  /** A session as one request sees it. */
  static final class Visit implements Session {
    private final Session session;

    private Visit(Session session) {
      this.session = session;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
      Duration precision = session.getMaxInactiveInterval().dividedBy(PART);
      if (precision.compareTo(MOST) > 0) {
        precision = MOST;
      }
      if (session.getLastAccessedTime().plus(precision).isBefore(time)) {
        session.setLastAccessedTime(time);
      }
    }

    @Override
    public String getId() {
      return session.getId();
    }

    @Override
    public String changeSessionId() {
      return session.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // So it stands in the interface.
    public <T> @Nullable T getAttribute(String name) {
      return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
      session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return session.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
      return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return session.isExpired();
    }
  }
}
