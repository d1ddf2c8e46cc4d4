package org.parley.flows.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The script that runs in every page before its own, and keeps what a flow wants to look at. */
public final class Recorder {
  private static final String SOURCE = read("/recorder.js");

  private Recorder() {}

  /** The script. */
  public static String source() {
    return SOURCE;
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Recorder.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
