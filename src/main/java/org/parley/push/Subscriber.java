package org.parley.push;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open event stream. Events wait in a bounded queue and are written by one thread at a time, so
 * a slow browser delays nobody; one that falls too far behind is cut off and comes back by itself.
 */
final class Subscriber {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
  static final int MOST_WAITING = 500;

  private final long accountId;
  private final String sessionId;
  private final SseEmitter emitter;
  private final Executor writers;
  private final Queue<SseEmitter.SseEventBuilder> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean ending;
  private boolean closed;

  Subscriber(long accountId, String sessionId, SseEmitter emitter, Executor writers) {
    this.accountId = accountId;
    this.sessionId = sessionId;
    this.emitter = emitter;
    this.writers = writers;
  }

  long accountId() {
    return accountId;
  }

  String sessionId() {
    return sessionId;
  }

  void send(PushEvent event) {
    offer(
        SseEmitter.event().id(Long.toString(event.id())).name(event.type()).data(event.payload()),
        false);
  }

  /** Something that is not kept: without a number, so that nobody asks for what came after it. */
  void send(String type, String json) {
    offer(SseEmitter.event().name(type).data(json), false);
  }

  void heartbeat() {
    offer(SseEmitter.event().comment(""), false);
  }

  /** Tells the browser that its session is over, and ends. */
  void end() {
    offer(SseEmitter.event().name("account").data("{}"), true);
  }

  synchronized boolean isClosed() {
    return closed;
  }

  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    try {
      emitter.complete();
    } catch (IllegalStateException | UnsupportedOperationException e) {
      // The container has noticed before us that the browser is gone, or is itself on the way out.
      LOG.debug("A stream was over before it was ended", e);
    }
  }

  private void offer(SseEmitter.SseEventBuilder event, boolean last) {
    synchronized (this) {
      if (closed) {
        return;
      }
      ending |= last;
      if (waiting.size() >= MOST_WAITING) {
        waiting.clear();
        ending = true;
      }
      waiting.add(event);
      if (writing) {
        return;
      }
      writing = true;
    }
    writers.execute(this::write);
  }

  private void write() {
    while (true) {
      SseEmitter.SseEventBuilder next;
      synchronized (this) {
        next = waiting.poll();
        if (next == null || closed) {
          writing = false;
          break;
        }
      }
      try {
        emitter.send(next);
      } catch (IOException | IllegalStateException e) {
        // The browser is gone: it asks again, with the last event it saw.
        close();
      }
    }
    closeIfEnding();
  }

  // Only once everything is written, so that its last word reaches the browser.
  private void closeIfEnding() {
    boolean over;
    synchronized (this) {
      over = ending && !writing && waiting.isEmpty();
    }
    if (over) {
      close();
    }
  }
}
