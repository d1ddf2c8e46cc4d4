package org.parley.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.common.MapSettings;

/** Reads a file in MaxMind's format, made here: https://maxmind.github.io/MaxMind-DB/. */
class AddressPlacesTest {
  @TempDir private Path folder;

  private AddressPlaces places() throws IOException {
    Path file = folder.resolve("towns.mmdb");
    Files.write(file, database());
    return new AddressPlaces(new MapSettings(null, "", file));
  }

  @Test
  void anAddressOfTheFileIsAboutWhereItSays() throws IOException {
    AddressPlaces places = places();
    assertThat(places.isOn()).isTrue();
    assertThat(places.find("128.1.2.3")).contains(new Position(48.25, 11.5, 20_000));
    places.destroy();
  }

  @Test
  void anAddressThatIsNotInItIsNowhere() throws IOException {
    AddressPlaces places = places();
    assertThat(places.find("10.0.0.1")).isEmpty();
    assertThat(places.find("::1")).isEmpty();
    places.destroy();
  }

  @Test
  void withoutAFileNothingIsKnown() {
    AddressPlaces places = new AddressPlaces(MapSettings.PLAIN);
    assertThat(places.isOn()).isFalse();
    assertThat(places.find("128.1.2.3")).isEmpty();
  }

  /** One node: the addresses from 128.0.0.0 on are in Munich, the others nowhere. */
  private static byte[] database() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    // Left: nothing (the number of nodes); right: the first record behind 16 zero bytes.
    file.write(new byte[] {0, 0, 1, 0, 0, 1 + 16});
    file.write(new byte[16]);
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("latitude", 48.25);
    place.put("longitude", 11.5);
    place.put("accuracy_radius", 20);
    write(file, Map.of("location", place));
    file.write(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
    file.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("node_count", 1);
    about.put("record_size", 24);
    about.put("ip_version", 4);
    about.put("database_type", "Test");
    about.put("binary_format_major_version", 2);
    about.put("binary_format_minor_version", 0);
    about.put("build_epoch", 1);
    about.put("languages", new String[0]);
    about.put("description", Map.of());
    write(file, about);
    return file.toByteArray();
  }

  private static void write(ByteArrayOutputStream file, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      file.write(7 << 5 | map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(file, entry.getKey());
        write(file, entry.getValue());
      }
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      file.write(2 << 5 | bytes.length);
      file.write(bytes);
    } else if (value instanceof Double number) {
      file.write(3 << 5 | 8);
      file.write(ByteBuffer.allocate(8).putDouble(number).array());
    } else if (value instanceof Integer number) {
      file.write(6 << 5 | 4);
      file.write(ByteBuffer.allocate(4).putInt(number).array());
    } else {
      file.write(new byte[] {0, 11 - 7});
    }
  }
}
