package org.parley.location;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one shares of where one is, for scripts. */
@RestController
@RequestMapping("/api/location")
class LocationApi {
  private static final int TOWNS = 8;

  private final LocationService locations;
  private final AddressPlaces addresses;
  private final Gazetteer towns;

  LocationApi(LocationService locations, AddressPlaces addresses, Gazetteer towns) {
    this.locations = locations;
    this.addresses = addresses;
    this.towns = towns;
  }

  /** What is shared now; nothing where nothing is. */
  record Current(@Nullable Sharing sharing) {}

  /** A town that can be chosen. */
  record Choice(String name, String region, String country, double latitude, double longitude) {}

  /** Towns that can be chosen. */
  record Choices(List<Choice> towns) {}

  @GetMapping
  Current current(@CurrentAccount SignedIn me, Locale locale) {
    return new Current(locations.current(me, locale).orElse(null));
  }

  @PostMapping
  Sharing share(
      @CurrentAccount SignedIn me, @RequestBody ShareForm form, HttpServletRequest request) {
    ReaderTime reader = ReaderTime.of(request);
    if (form.source() == Source.ADDRESS) {
      Position place =
          addresses
              .find(request.getRemoteAddr())
              .orElseThrow(() -> new InvalidRequestException("problem.location.address"));
      // An address knows no more than the town, whatever was chosen.
      ShareForm coarse =
          new ShareForm(
              Source.ADDRESS, Detail.TOWN, form.audience(), form.lasting(), null, null, null);
      return locations.share(me, coarse, place, reader);
    }
    return locations.share(
        me, form, place(form.latitude(), form.longitude(), form.accuracy()), reader);
  }

  @PostMapping("/move")
  Sharing move(@CurrentAccount SignedIn me, @RequestBody MoveForm form, Locale locale) {
    Position place = place(form.latitude(), form.longitude(), form.accuracy());
    return locations.move(me, form.key(), place, locale);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@CurrentAccount SignedIn me) {
    locations.stop(me);
  }

  @GetMapping("/towns")
  Choices towns(@RequestParam(name = "q", defaultValue = "") String text, Locale locale) {
    return new Choices(
        towns.search(text, TOWNS).stream()
            .map(
                town ->
                    new Choice(
                        town.name(locale),
                        towns.regionName(town.country(), town.region(), locale),
                        Countries.name(town.country(), locale),
                        town.latitude(),
                        town.longitude()))
            .toList());
  }

  private static Position place(
      @Nullable Double latitude, @Nullable Double longitude, @Nullable Integer accuracy) {
    if (latitude == null || longitude == null || !Position.isOne(latitude, longitude)) {
      throw new InvalidRequestException("problem.location");
    }
    return new Position(latitude, longitude, accuracy == null ? 0 : accuracy);
  }
}
