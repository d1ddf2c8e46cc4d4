package org.parley.push;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes this node's {@link PushHub} when this node has written something. It saves time only: what
 * other nodes write is found by looking, a little later.
 */
@Component
class PushBell {
  private boolean rung;

  /** Rings once the present transaction is committed. */
  void ringAfterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              ring();
            }
          });
    } else {
      ring();
    }
  }

  /** Waits until it rings, or has rung since the last call; no longer than {@code most}. */
  synchronized void await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (long left = most.toMillis();
        !rung && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    rung = false;
  }

  private synchronized void ring() {
    rung = true;
    notifyAll();
  }
}
