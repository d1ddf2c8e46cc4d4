package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.parley.account.CurrentAccount;
import org.parley.account.Person;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.Phones;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A colleague: who they are, and the ways to reach them. */
@Controller
class ColleagueController {
  private final ProfileService profiles;
  private final Clock clock;

  ColleagueController(ProfileService profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /** A telephone number as the page shows it. */
  public record Shown(String kind, String number, String text) {}

  @GetMapping("/people/{user}")
  String show(
      @CurrentAccount SignedIn me,
      @PathVariable("user") String user,
      HttpServletRequest request,
      Model model) {
    ProfileService.Page page = profiles.seen(me, user);
    ReaderTime reader = ReaderTime.of(request);
    Person person = page.person();
    Details details = page.details();
    Instant now = clock.instant();
    model.addAttribute("person", person);
    model.addAttribute("manager", page.manager());
    model.addAttribute("about", details.about());
    model.addAttribute("job", details.job());
    model.addAttribute("department", details.department());
    model.addAttribute("skills", details.skills());
    model.addAttribute("place", details.place());
    model.addAttribute("region", details.region());
    model.addAttribute("languages", details.languages());
    if (details.country() != null) {
      model.addAttribute(
          "country",
          new Locale.Builder()
              .setRegion(details.country())
              .build()
              .getDisplayCountry(reader.locale()));
    }
    List<Shown> phones =
        details.phones().stream()
            .map(
                phone ->
                    new Shown(
                        phone.kind(),
                        phone.number(),
                        Phones.show(phone.number(), reader.locale().getCountry())))
            .toList();
    model.addAttribute("phones", phones);
    model.addAttribute("links", details.links());
    Person.StatusText status = person.status();
    if (status != null && person.statusNow(now) != null) {
      model.addAttribute("statusText", status.text());
      if (status.until() != null) {
        model.addAttribute("statusUntil", reader.day(status.until().minusSeconds(1)));
      }
    }
    return "profile/colleague";
  }
}
