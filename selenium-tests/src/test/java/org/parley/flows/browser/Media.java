package org.parley.flows.browser;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What arrives at a browser from the other side of its calls, as its own statistics tell. */
public final class Media {
  private static final String RECEIVED =
      """
      const done = arguments[arguments.length - 1];
      const live = window.__flows.peers.filter((peer) => peer.connectionState !== 'closed');
      Promise.all(live.map((peer) => peer.getStats())).then((reports) => {
        const sum = { frames: 0, pictureBytes: 0, soundBytes: 0, loudness: 0 };
        for (const report of reports) {
          for (const stat of report.values()) {
            if (stat.type !== 'inbound-rtp') continue;
            if (stat.kind === 'video') {
              sum.frames += stat.framesDecoded ?? 0;
              sum.pictureBytes += stat.bytesReceived ?? 0;
            } else {
              sum.soundBytes += stat.bytesReceived ?? 0;
              sum.loudness += Math.round((stat.totalAudioEnergy ?? 0) * 1e6);
            }
          }
        }
        done(sum);
      });
      """;

  private final Browser browser;

  /** What arrives at {@code browser}. */
  public Media(Browser browser) {
    this.browser = browser;
  }

  /**
   * What has arrived up to now.
   *
   * @param frames pictures decoded
   * @param pictureBytes bytes of video
   * @param soundBytes bytes of audio
   * @param loudness energy of the sound that was played, in millionths: noise of nobody speaking
   *     does not count
   */
  public record Received(long frames, long pictureBytes, long soundBytes, long loudness) {}

  /** Reads the statistics now. */
  public Received received() {
    Map<?, ?> sum = (Map<?, ?>) browser.jsAsync(RECEIVED);
    return new Received(
        number(sum, "frames"),
        number(sum, "pictureBytes"),
        number(sum, "soundBytes"),
        number(sum, "loudness"));
  }

  /** Waits until more pictures are decoded and more sound has come than now. */
  public void awaitPictureAndSound() {
    awaitRise("pictures", Received::frames);
    awaitSound();
  }

  /** Waits until more sound has come than now. */
  public void awaitSound() {
    awaitRise("bytes of sound", Received::soundBytes);
  }

  /** Waits until something audible has been played, beyond what was until now. */
  public void awaitBeep() {
    awaitRise("something audible", Received::loudness);
  }

  /** Waits until {@code what} has not grown for as long as {@code quiet}. */
  public void awaitSilence(String what, ToLongFunction<Received> quantity, Duration quiet) {
    Silence silence = new Silence(quantity.applyAsLong(received()));
    await("no more " + what + " for " + quiet)
        .until(() -> silence.lasts(quantity.applyAsLong(received()), quiet));
  }

  private void awaitRise(String what, ToLongFunction<Received> quantity) {
    long before = quantity.applyAsLong(received());
    // Twice: a last packet on its way would raise it once.
    await("more " + what).until(() -> quantity.applyAsLong(received()) > before);
    long between = quantity.applyAsLong(received());
    await("still more " + what).until(() -> quantity.applyAsLong(received()) > between);
  }

  private static long number(Map<?, ?> sum, String key) {
    return ((Number) sum.get(key)).longValue();
  }

  private static final class Silence {
    private long value;
    private long since = System.nanoTime();

    Silence(long value) {
      this.value = value;
    }

    boolean lasts(long now, Duration quiet) {
      if (now != value) {
        value = now;
        since = System.nanoTime();
      }
      return System.nanoTime() - since >= quiet.toNanos();
    }
  }
}
