package org.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class SubscriberTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final ExecutorService writers = Executors.newFixedThreadPool(4);
  private final Subscriber subscriber = new Subscriber(1, "session", new Stream(), writers);

  private final class Stream extends SseEmitter {
    @Override
    public void send(SseEventBuilder event) {
      heard.add("event");
    }

    @Override
    public void complete() {
      heard.add("end");
    }
  }

  @RepeatedTest(100)
  void lastWordIsWrittenBeforeTheStreamEnds() throws Exception {
    subscriber.heartbeat();
    subscriber.end();
    finish();
    assertThat(heard).containsExactly("event", "event", "end");
    assertThat(subscriber.isClosed()).isTrue();
  }

  @Test
  void openStreamStaysOpenWhenEverythingIsWritten() throws Exception {
    subscriber.heartbeat();
    finish();
    assertThat(heard).containsExactly("event");
    assertThat(subscriber.isClosed()).isFalse();
  }

  private void finish() throws InterruptedException {
    writers.shutdown();
    assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }
}
