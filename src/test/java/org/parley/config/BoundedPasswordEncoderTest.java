package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTest {

  /** Hashes only when it is allowed to, and counts how many hash at once. */
  private static final class Slow implements PasswordEncoder {
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger busiest = new AtomicInteger();

    @Override
    public String encode(@Nullable CharSequence password) {
      busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
      try {
        allowed.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        busy.decrementAndGet();
      }
      return "hash of " + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      return encode(password).equals(hash);
    }
  }

  @Test
  void manyPasswordsAtOnceAreHashedAFewAtATime() throws Exception {
    Slow slow = new Slow();
    PasswordEncoder bounded = new BoundedPasswordEncoder(slow, 2);
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(people.submit(() -> bounded.matches("open", "hash of open")));
      }
      await().until(() -> slow.busy.get() == 2);
      slow.allowed.countDown();
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
      assertThat(slow.busiest).hasValue(2);
    } finally {
      people.shutdownNow();
    }
  }
}
