package org.parley.location;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People by country and region, and their numbers for administrators. */
@Controller
class RegionController {
  private static final int USUAL = 50;
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private final RegionService regions;

  RegionController(RegionService regions) {
    this.regions = regions;
  }

  @GetMapping("/map/places")
  String places(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "country", required = false) @Nullable String country,
      @RequestParam(name = "region", required = false) @Nullable String region,
      @RequestParam(name = "now", defaultValue = "false") boolean isNow,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Locale locale,
      Model model) {
    List<RegionService.Land> lands = regions.lands(me, locale);
    model.addAttribute("lands", lands);
    model.addAttribute("now", isNow);
    if (country != null && COUNTRY.matcher(country).matches()) {
      model.addAttribute("country", country);
      model.addAttribute("region", region);
      model.addAttribute("place", name(lands, country, region, locale));
      model.addAttribute("those", regions.those(me, country, region, isNow, after, USUAL));
    }
    return "location/places";
  }

  @GetMapping("/admin/regions")
  String numbers(Locale locale, Model model) {
    model.addAttribute("lands", regions.lands(locale));
    model.addAttribute("few", RegionService.FEW);
    return "location/regions";
  }

  private static String name(
      List<RegionService.Land> lands, String country, @Nullable String region, Locale locale) {
    Optional<RegionService.Part> part =
        lands.stream()
            .filter(land -> land.code().equals(country))
            .flatMap(land -> land.parts().stream())
            .filter(one -> one.key().equals(region) && !one.name().isEmpty())
            .findFirst();
    String land = Countries.name(country, locale);
    return part.map(one -> one.name() + ", " + land).orElse(land);
  }
}
