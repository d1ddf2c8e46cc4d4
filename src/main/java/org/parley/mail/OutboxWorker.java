package org.parley.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The thread that empties the outbox while the portal runs. */
@Component
@Profile("portal")
class OutboxWorker implements SmartLifecycle {
  // A mail that is being sent gets the chance to end: cut off, nobody would know what became of it.
  private static final long STOP_MILLIS = 10_000;

  private final OutboxPump pump;
  private volatile @Nullable Thread thread;

  OutboxWorker(OutboxPump pump) {
    this.pump = pump;
  }

  @Override
  public synchronized void start() {
    Thread worker = new Thread(this::work, "outbox");
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  @Override
  public void stop() {
    Thread worker = thread;
    thread = null;
    if (worker == null) {
      return;
    }
    worker.interrupt();
    try {
      worker.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void work() {
    try {
      while (thread == Thread.currentThread()) {
        Thread.sleep(pump.step().toMillis());
      }
    } catch (InterruptedException e) {
      // Stopped; what waits is sent by whoever comes next.
      Thread.currentThread().interrupt();
    } finally {
      pump.rest();
    }
  }
}
