package org.parley.location;

import java.util.Locale;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.Page;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an open map asks for. Looking is told with POST: it notes which part of the map is open. */
@RestController
@RequestMapping("/api/map")
class MapApi {
  private static final int USUAL = 50;

  private final MapService map;
  private final MapBell bell;

  MapApi(MapService map, MapBell bell) {
    this.map = map;
    this.bell = bell;
  }

  @PostMapping
  MapService.View view(@CurrentAccount SignedIn me, @RequestBody MapForm form, Locale locale) {
    Box box = form.box();
    Crowd crowd = Crowd.parse(form.crowd());
    // First noted, then read: what changes in between rings.
    bell.look(me.id(), form.pageName(), box);
    return map.view(me, box, form.zoomLevel(), crowd, locale);
  }

  @PostMapping("/people")
  MapService.Nearest people(@CurrentAccount SignedIn me, @RequestBody MapForm form, Locale locale) {
    return map.nearest(
        me,
        form.box(),
        form.middle(),
        Crowd.parse(form.crowd()),
        form.after(),
        Page.limit(form.limit(), USUAL),
        locale);
  }
}
