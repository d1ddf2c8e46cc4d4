package org.parley.directory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.LoggerFactory;

/** A folder for an index that lives as long as the portal does. */
final class IndexFolder implements AutoCloseable {
  private static final String PREFIX = "parley-directory-";
  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final String LOCK = "write.lock";

  private final Path path;
  private final Directory directory;

  private IndexFolder(Path path) throws IOException {
    this.path = path;
    this.directory = FSDirectory.open(path);
  }

  /** An empty one. Those that killed portals left behind are removed. */
  static IndexFolder make() throws IOException {
    Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
    Path own = Files.createTempDirectory(temporary, PREFIX);
    // One that was made just now may not have its lock yet.
    Instant before = Files.getLastModifiedTime(own).toInstant().minus(SETTLED);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path each : left) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
          removeUnused(each);
        }
      }
    }
    return new IndexFolder(own);
  }

  Directory directory() {
    return directory;
  }

  @Override
  public void close() throws IOException {
    directory.close();
    remove(path);
  }

  private static void removeUnused(Path folder) {
    try (Directory other = FSDirectory.open(folder);
        Lock lock = other.obtainLock(LOCK)) {
      lock.ensureValid();
      remove(folder);
    } catch (LockObtainFailedException e) {
      // Another portal of this machine uses it.
    } catch (IOException e) {
      LoggerFactory.getLogger(IndexFolder.class)
          .debug("{} stays: {}", folder, e.getClass().getSimpleName());
    }
  }

  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return;
    }
    Files.deleteIfExists(folder);
  }
}
