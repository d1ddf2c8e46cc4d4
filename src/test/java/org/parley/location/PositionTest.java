package org.parley.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How places are made less exact, measured, and laid on the square map. */
class PositionTest {
  private static final Gazetteer TOWNS = new Gazetteer();
  private static final Position OFFICE = new Position(48.1391265, 11.5801863, 12);

  private static List<Position> places() {
    Random random = new Random(4);
    return random
        .doubles(500)
        .mapToObj(
            any ->
                new Position(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180, 20))
        .toList();
  }

  @Test
  void whatIsCoarseAlreadyStaysWhereItIs() {
    for (Detail detail : Detail.values()) {
      for (Position place : places()) {
        Position once = place.as(detail, TOWNS);
        assertThat(once.as(detail, TOWNS)).as("%s as %s", place, detail).isEqualTo(once);
      }
    }
  }

  @Test
  void aKilometreIsTheMiddleOfASquareOfAKilometre() {
    for (Position place : places()) {
      Position coarse = place.as(Detail.KILOMETRE, TOWNS);
      assertThat(place.distance(coarse.latitude(), coarse.longitude())).isLessThan(800);
      assertThat(coarse.accuracy()).isEqualTo(1000);
    }
  }

  @Test
  void whoeverIsInTheSameSquareIsAtTheSamePlace() {
    Position coarse = OFFICE.as(Detail.KILOMETRE, TOWNS);
    Position nextDoor = new Position(OFFICE.latitude() + 0.0004, OFFICE.longitude() + 0.0004, 5);
    assertThat(nextDoor.as(Detail.KILOMETRE, TOWNS)).isEqualTo(coarse);
    assertThat(coarse.latitude()).isNotCloseTo(OFFICE.latitude(), within(0.0001));
  }

  @Test
  void aTownIsItsMiddleWhereverInItSomebodyIs() {
    Position coarse = OFFICE.as(Detail.TOWN, TOWNS);
    Town munich = TOWNS.nearest(coarse.latitude(), coarse.longitude()).orElseThrow();
    assertThat(coarse.latitude()).isEqualTo(munich.latitude());
    assertThat(coarse.longitude()).isEqualTo(munich.longitude());
  }

  @Test
  void whereThereIsNoTownForALongWayASquareOfTwentyFiveKilometresIsAllThatIsTold() {
    Position atSea = new Position(-40.123456, -120.654321, 30);
    Position coarse = atSea.as(Detail.TOWN, TOWNS);
    assertThat(coarse.accuracy()).isEqualTo(20_000);
    assertThat(atSea.distance(coarse.latitude(), coarse.longitude())).isBetween(100.0, 20_000.0);
  }

  @Test
  void exactIsAMetreAndNoMore() {
    assertThat(OFFICE.as(Detail.EXACT, TOWNS)).isEqualTo(new Position(48.13913, 11.58019, 12));
  }

  @Test
  void whatADeviceDoesNotKnowIsNotClaimed() {
    assertThat(new Position(48.1, 11.5, 8_300).as(Detail.KILOMETRE, TOWNS).accuracy())
        .isEqualTo(9_000);
  }

  @Test
  void distancesAreThoseOfTheEarth() {
    Position berlin = new Position(52.52, 13.405, 0);
    assertThat(berlin.distance(48.1374, 11.5755)).isCloseTo(504_000, within(2_000.0));
    assertThat(new Position(0, 179.9, 0).distance(0, -179.9)).isCloseTo(22_239, within(10.0));
  }

  @Test
  void theSquareMapLeadsBackToThePlace() {
    for (Position place : places()) {
      if (Math.abs(place.latitude()) < 85) {
        assertThat(Mercator.latitude(Mercator.y(place.latitude()) + 0.5))
            .isCloseTo(place.latitude(), within(0.00002));
        assertThat(Mercator.longitude(Mercator.x(place.longitude()) + 0.5))
            .isCloseTo(place.longitude(), within(0.00002));
      }
    }
  }

  @Test
  void aViewIsCutIntoAsManyPlacesAsAPageCanShow() {
    for (int zoom = -3; zoom < 40; zoom++) {
      int shift = Box.WORLD.shift(zoom);
      assertThat(1L << (2 * (Mercator.BITS - shift))).isLessThanOrEqualTo(4096);
    }
    Box town = Box.of(11.4, 48.0, 11.7, 48.2);
    assertThat(town.shift(11)).isEqualTo(Mercator.BITS - 2 - 11);
  }

  @Test
  void aTownIsFoundByTheBeginningOfItsNameInEitherLanguage() {
    for (String text : List.of("Munich", "mün", "muenchen", "MUNCHEN")) {
      assertThat(TOWNS.search(text, 5).stream().map(town -> town.name(Locale.GERMAN)))
          .as(text)
          .contains("München");
    }
    assertThat(TOWNS.search("vienn", 1).get(0).name(Locale.ENGLISH)).isEqualTo("Vienna");
    assertThat(TOWNS.search("vienn", 1).get(0).name(Locale.GERMAN)).isEqualTo("Wien");
    assertThat(TOWNS.search(" ", 5)).isEmpty();
    assertThat(TOWNS.search("x".repeat(81), 5)).isEmpty();
    assertThat(TOWNS.search("san", 5)).hasSize(5);
  }

  @Test
  void aPartOfACountryIsKnownByEitherName() {
    assertThat(TOWNS.regionCode("DE", "bayern")).contains("02");
    assertThat(TOWNS.regionCode("DE", "Bavaria")).contains("02");
    assertThat(TOWNS.regionCode("AT", "Bavaria")).isEmpty();
    assertThat(TOWNS.regionName("DE", "02", Locale.GERMAN)).isEqualTo("Bayern");
    assertThat(TOWNS.regionName("DE", "99", Locale.GERMAN)).isEqualTo("99");
  }
}
