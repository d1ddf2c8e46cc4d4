package org.parley.common;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that does one thing step by step while the portal runs. A step leaves nothing half done
 * that another node could not go on with.
 */
public abstract class Worker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final String name;
  private final Duration patience;
  private volatile @Nullable Thread thread;

  /**
   * @param name of the thread, as it stands in the log
   * @param patience how long a step under way may take to end when the portal stops
   */
  protected Worker(String name, Duration patience) {
    this.name = name;
    this.patience = patience;
  }

  /**
   * Does the next piece of work.
   *
   * @return how long to wait before the next step
   */
  protected abstract Duration step();

  /** The last thing the thread does. */
  protected void rest() {
    // Most have nothing to give back.
  }

  @Override
  public synchronized void start() {
    Thread worker = new Thread(this::work, name);
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
      worker.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  // Whatever goes wrong with one piece of work, those after it are not to wait for a restart.
  private Duration next() {
    try {
      return step();
    } catch (RuntimeException | Error e) {
      LOG.error("A step of {} failed", name, e);
      return AFTER_FAILURE;
    }
  }

  private void work() {
    try {
      while (thread == Thread.currentThread()) {
        Thread.sleep(next().toMillis());
      }
    } catch (InterruptedException e) {
      // Stopped; whoever comes next goes on.
      Thread.currentThread().interrupt();
    } finally {
      rest();
    }
  }
}
