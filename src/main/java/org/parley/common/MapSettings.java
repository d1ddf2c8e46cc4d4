package org.parley.common;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the map is made of, beside the outlines that the portal has itself.
 *
 * @param tiles where pictures of the map are, with {@code {z}}, {@code {x}} and {@code {y}} in it;
 *     none where the outlines are all there is
 * @param attribution whose pictures these are, as it has to be said on the map
 * @param addressFile what network addresses say of places, in MaxMind's format; none where they say
 *     nothing
 */
public record MapSettings(@Nullable String tiles, String attribution, @Nullable Path addressFile) {
  /** Own outlines alone. */
  public static final MapSettings PLAIN = new MapSettings(null, "", null);

  /** Whom browsers may ask for pictures of the map; none where they have nobody to ask. */
  public @Nullable String tileOrigin() {
    if (tiles == null) {
      return null;
    }
    URI address = URI.create(tiles.replaceAll("[{][zxyr][}]", "0"));
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
