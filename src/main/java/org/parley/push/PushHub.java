package org.parley.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.account.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The event streams open on this node, and the thread that feeds them. */
@Component
class PushHub implements LiveStreams, DisposableBean {
  /** Streams a person may have open; tabs of one browser share one. */
  static final int MOST_STREAMS = 20;

  private static final Logger log = LoggerFactory.getLogger(PushHub.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration SESSIONS = Duration.ofSeconds(3);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int REPLAY = 500;
  private static final int WRITERS = 32;

  private final PushService events;
  private final PushBell bell;
  private final Clock clock;
  private final Attendance attendance;
  private final Map<Long, List<Subscriber>> subscribers = new ConcurrentHashMap<>();
  private final ExecutorService writers = writers();
  private volatile @Nullable Thread thread;
  private volatile @Nullable PushTail tail;

  PushHub(PushService events, PushBell bell, OpenPages pages, Clock clock) {
    this.events = events;
    this.bell = bell;
    this.clock = clock;
    this.attendance = new Attendance(pages, clock);
  }

  /**
   * Opens a stream.
   *
   * @param after the last event the browser has seen; it gets what came since
   */
  SseEmitter open(SignedIn me, String sessionId, @Nullable Long after) {
    SseEmitter emitter = new SseEmitter(0L);
    Subscriber subscriber = new Subscriber(me.id(), sessionId, emitter, writers);
    emitter.onCompletion(() -> remove(subscriber));
    emitter.onTimeout(subscriber::close);
    emitter.onError(
        e -> {
          subscriber.close();
          remove(subscriber);
        });
    add(subscriber);
    subscriber.heartbeat();
    if (after != null) {
      events.of(me.id(), after, REPLAY).forEach(subscriber::send);
    }
    return emitter;
  }

  // Follows the table before the browser is answered, so that nothing is missed from then on.
  private synchronized void add(Subscriber subscriber) {
    if (tail == null) {
      tail = new PushTail(events, clock);
    }
    List<Subscriber> mine =
        subscribers.computeIfAbsent(subscriber.accountId(), id -> new CopyOnWriteArrayList<>());
    if (mine.size() >= MOST_STREAMS) {
      // The oldest is most likely one that is gone and has not been noticed yet.
      mine.remove(0).close();
    }
    mine.add(subscriber);
    startFeeding();
  }

  private synchronized void remove(Subscriber subscriber) {
    subscribers.computeIfPresent(
        subscriber.accountId(),
        (id, list) -> {
          list.remove(subscriber);
          return list.isEmpty() ? null : list;
        });
    if (subscribers.isEmpty()) {
      tail = null;
    }
  }

  private void startFeeding() {
    if (thread == null && !writers.isShutdown()) {
      Thread feeder = daemon(this::feed);
      thread = feeder;
      feeder.start();
    }
  }

  @Override
  public void destroy() {
    Thread feeder = thread;
    thread = null;
    writers.shutdown();
    if (feeder != null) {
      feeder.interrupt();
    }
    subscribers.values().forEach(list -> list.forEach(Subscriber::close));
  }

  private void feed() {
    Instant sessionsAt = clock.instant();
    Instant heartbeatAt = clock.instant();
    while (thread == Thread.currentThread()) {
      try {
        // Only a node with an open stream has to follow the table.
        PushTail following = tail;
        if (following != null) {
          following.next().forEach(this::deliver);
        }
        Instant now = clock.instant();
        if (sessionsAt.plus(SESSIONS).isBefore(now)) {
          sessionsAt = now;
          endLostSessions();
          attendance.tell(Set.copyOf(subscribers.keySet()));
        }
        if (heartbeatAt.plus(HEARTBEAT).isBefore(now)) {
          heartbeatAt = now;
          all().forEach(Subscriber::heartbeat);
        }
        bell.await(POLL);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("Events cannot be read: {}", e.toString());
        if (!waitASecond()) {
          return;
        }
      }
    }
  }

  @Override
  public Set<Long> accounts() {
    return Set.copyOf(subscribers.keySet());
  }

  @Override
  public void send(long accountId, String type, String json) {
    subscribers.getOrDefault(accountId, List.of()).forEach(s -> s.send(type, json));
  }

  private void deliver(PushEvent event) {
    subscribers.getOrDefault(event.accountId(), List.of()).forEach(s -> s.send(event));
  }

  private void endLostSessions() {
    List<Subscriber> open = all();
    if (open.isEmpty()) {
      return;
    }
    Set<String> there =
        events.sessionsAmong(open.stream().map(Subscriber::sessionId).collect(Collectors.toSet()));
    open.stream().filter(s -> !there.contains(s.sessionId())).forEach(Subscriber::end);
  }

  private List<Subscriber> all() {
    return subscribers.values().stream().flatMap(List::stream).toList();
  }

  private static boolean waitASecond() {
    try {
      Thread.sleep(1_000);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  // Many, as each may wait for a browser that does not read; they end when there is nothing to
  // write.
  private static ExecutorService writers() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            WRITERS, WRITERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), PushHub::daemon);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "push");
    thread.setDaemon(true);
    return thread;
  }
}
