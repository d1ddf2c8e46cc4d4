package org.parley.location;

import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The map's page; scripts fill it. */
@Controller
class MapController {
  private final MapService map;
  private final AddressPlaces addresses;
  private final Settings settings;

  MapController(MapService map, AddressPlaces addresses, Settings settings) {
    this.map = map;
    this.addresses = addresses;
    this.settings = settings;
  }

  @GetMapping("/map")
  String show(@CurrentAccount SignedIn me, Model model) {
    model.addAttribute("map", settings.map());
    model.addAttribute("addresses", addresses.isOn());
    model.addAttribute("groups", map.groups(me));
    model.addAttribute("departments", map.departments());
    return "location/map";
  }
}
