package org.parley.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The thread that keeps the projections up to date while the portal runs. */
@Component
@Profile("portal")
class JournalWorker implements SmartLifecycle {
  private static final long STOP_MILLIS = 5_000;

  private final JournalPump pump;
  private volatile @Nullable Thread thread;

  JournalWorker(JournalPump pump) {
    this.pump = pump;
  }

  @Override
  public synchronized void start() {
    Thread worker = new Thread(this::work, "journal");
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
      // Stopped; what was not finished is projected by whoever comes next.
      Thread.currentThread().interrupt();
    }
  }
}
