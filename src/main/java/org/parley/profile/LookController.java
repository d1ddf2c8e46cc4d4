package org.parley.profile;

import java.time.ZoneId;
import java.util.List;
import org.parley.account.AccountService;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.parley.common.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The language and the time zone that the signed-in person reads in. */
@Controller
class LookController {
  // Names of places; the others ("Etc/GMT+3", "SystemV/PST8") nobody would look for.
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(
              id ->
                  id.matches(
                      "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian"
                          + "|Pacific)/.*|UTC"))
          .sorted()
          .toList();

  private final AccountService accounts;

  LookController(AccountService accounts) {
    this.accounts = accounts;
  }

  /** What there is to choose from. */
  static void choices(Model model) {
    model.addAttribute("languages", Languages.ALL);
    model.addAttribute("zones", ZONES);
  }

  @PostMapping("/profile/look")
  String look(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "language", defaultValue = "") String language,
      @RequestParam(name = "timeZone", defaultValue = "") String timeZone,
      RedirectAttributes after) {
    if (!timeZone.isEmpty() && !ZONES.contains(timeZone)) {
      throw new InvalidRequestException("problem.zone");
    }
    accounts.chooseLook(me, language, timeZone);
    after.addFlashAttribute("saved", "profile.saved");
    return "redirect:/profile";
  }
}
