package org.parley.location;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The towns of the world with 5,000 people or more, and the parts of countries that they lie in;
 * read when they are first asked for.
 */
@Component
class Gazetteer {
  /** A town further away than this says nothing about where somebody is. */
  static final double FURTHEST = 75_000;

  private static final double DEGREE = 111_000;
  private static final int LONGEST_QUERY = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

  private volatile @Nullable World world;

  /** All there is, by all that is asked for. Towns are in order of their size. */
  private record World(
      Map<Integer, Town> byId,
      NavigableMap<String, List<Town>> byName,
      Map<Integer, List<Town>> bySquare,
      Map<String, Region> regions,
      Map<String, String> regionsByName) {}

  private record Region(String name, String germanName) {}

  /** The town with this number. */
  Optional<Town> find(@Nullable Integer id) {
    return id == null ? Optional.empty() : Optional.ofNullable(world().byId().get(id));
  }

  /** The town that is nearest; none where it is further than {@link #FURTHEST}. */
  Optional<Town> nearest(double latitude, double longitude) {
    Position here = new Position(latitude, longitude, 0);
    double width = DEGREE * Math.max(0.05, Math.cos(Math.toRadians(latitude)));
    int reach = (int) Math.ceil(FURTHEST / width);
    Town nearest = null;
    double distance = FURTHEST;
    for (int north = -1; north <= 1; north++) {
      for (int east = -reach; east <= reach; east++) {
        for (Town town :
            world()
                .bySquare()
                .getOrDefault(square(latitude + north, longitude + east), List.of())) {
          double away = here.distance(town.latitude(), town.longitude());
          if (away < distance) {
            distance = away;
            nearest = town;
          }
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Towns whose name begins with {@code text}, the largest first; accents do not matter. */
  List<Town> search(String text, int limit) {
    String folded = fold(text);
    if (folded.isEmpty() || text.length() > LONGEST_QUERY) {
      return List.of();
    }
    return world()
        .byName()
        .subMap(folded, true, folded + Character.MAX_VALUE, true)
        .values()
        .stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparingInt(Town::rank))
        .limit(limit)
        .toList();
  }

  /** What a part of a country is called; its code where nobody knows. */
  String regionName(String country, String code, Locale locale) {
    Region region = world().regions().get(country + "." + code);
    if (region == null) {
      return code;
    }
    return locale.getLanguage().equals("de") ? region.germanName() : region.name();
  }

  /** The code of the part of a country that people call so, in English or in German. */
  Optional<String> regionCode(String country, String name) {
    return Optional.ofNullable(world().regionsByName().get(country + "." + fold(name)));
  }

  private World world() {
    World known = world;
    if (known == null) {
      synchronized (this) {
        known = world;
        if (known == null) {
          known = load();
          world = known;
        }
      }
    }
    return known;
  }

  private static World load() {
    World made =
        new World(
            new HashMap<>(), new TreeMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    lines(
        "towns.tsv",
        (words, row) -> {
          Town town =
              new Town(
                  Integer.parseInt(words[0]),
                  words[1],
                  words[2].isEmpty() ? words[1] : words[2],
                  words[3].intern(),
                  words[4].intern(),
                  Double.parseDouble(words[5]),
                  Double.parseDouble(words[6]),
                  row);
          made.byId().put(town.id(), town);
          made.bySquare()
              .computeIfAbsent(square(town.latitude(), town.longitude()), key -> new ArrayList<>(2))
              .add(town);
          Stream.of(town.name(), town.germanName(), german(town.germanName()))
              .map(Gazetteer::fold)
              .distinct()
              .forEach(
                  name -> made.byName().computeIfAbsent(name, key -> new ArrayList<>(1)).add(town));
        });
    lines(
        "regions.tsv",
        (words, row) -> {
          String german = words.length < 3 || words[2].isEmpty() ? words[1] : words[2];
          made.regions().put(words[0], new Region(words[1], german));
          String country = words[0].substring(0, 3);
          String code = words[0].substring(3);
          Stream.of(words[1], german, german(german))
              .forEach(name -> made.regionsByName().putIfAbsent(country + fold(name), code));
        });
    return made;
  }

  private static void lines(String file, BiConsumer<String[], Integer> take) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource(file, Gazetteer.class).getInputStream(),
                StandardCharsets.UTF_8))) {
      int row = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take.accept(line.split("\t", -1), row++);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int square(double latitude, double longitude) {
    int row = (int) Math.floor(latitude) + 90;
    int column = Math.floorMod((int) Math.floor(longitude) + 180, 360);
    return row * 360 + column;
  }

  private static String german(String text) {
    return text.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
  }

  private static String fold(String text) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
    String small = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    return APART.matcher(small).replaceAll(" ").strip();
  }
}
