package org.parley.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The build's version of scripts and styles, part of their addresses. */
final class AssetVersion {
  static final String VALUE = read();

  private AssetVersion() {}

  private static String read() {
    try (InputStream in = AssetVersion.class.getResourceAsStream("/build.properties")) {
      if (in == null) {
        return "dev";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "dev");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
