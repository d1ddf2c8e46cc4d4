package org.parley.flows.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A browser's user data in a new folder, gone with the browser. */
public final class Profile implements AutoCloseable {
  private final Path folder;

  /** Makes the folder. */
  public Profile() {
    try {
      folder = Files.createTempDirectory("parley-browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /**
   * Deletes it; what a dying browser still writes meanwhile is left to the machine's own cleaning.
   */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
