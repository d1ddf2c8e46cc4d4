package org.parley.location;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.common.MapSettings;
import org.parley.common.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What a network address says of where somebody is: a file in MaxMind's format on this machine,
 * where the operator names one. Nobody is asked, and nothing is noted.
 */
@Component
class AddressPlaces implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(AddressPlaces.class);
  private static final int USUAL_RADIUS = 50;
  private static final int KILOMETRE = 1_000;

  private final @Nullable Reader reader;

  @Autowired
  AddressPlaces(Settings settings) {
    this(settings.map());
  }

  AddressPlaces(MapSettings settings) {
    this.reader = open(settings.addressFile());
  }

  private static @Nullable Reader open(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return new Reader(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("parley.map.geoip-file: cannot read " + file, e);
    }
  }

  /** Whether there is a file to ask. */
  boolean isOn() {
    return reader != null;
  }

  /** About where somebody with this numerical address is; nothing where that is not known. */
  Optional<Position> find(String address) {
    if (reader == null) {
      return Optional.empty();
    }
    try {
      Map<?, ?> found = reader.get(InetAddress.getByName(address), Map.class);
      return found != null && found.get("location") instanceof Map<?, ?> place
          ? position(place)
          : Optional.empty();
    } catch (IOException e) {
      // Not with its message, which names the address.
      log.warn("The file of network addresses cannot be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Optional<Position> position(Map<?, ?> place) {
    if (place.get("latitude") instanceof Number latitude
        && place.get("longitude") instanceof Number longitude
        && Position.isOne(latitude.doubleValue(), longitude.doubleValue())) {
      int radius =
          place.get("accuracy_radius") instanceof Number kilometres
              ? kilometres.intValue()
              : USUAL_RADIUS;
      return Optional.of(
          new Position(latitude.doubleValue(), longitude.doubleValue(), radius * KILOMETRE));
    }
    return Optional.empty();
  }

  @Override
  public void destroy() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
