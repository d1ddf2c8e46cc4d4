package org.parley.presence;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see one's presence. */
@Controller
@RequestMapping("/profile/presence")
class PresenceController {
  private static final String VIEW = "profile/presence";
  private static final List<Integer> AWAY = List.of(5, 10, 15, 30, 60, 0);

  private final PresenceService presences;

  PresenceController(PresenceService presences) {
    this.presences = presences;
  }

  @ModelAttribute
  void choices(Model model) {
    model.addAttribute("audiences", Audience.values());
    model.addAttribute("awayChoices", AWAY);
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, Model model) {
    Own own = presences.own(me);
    model.addAttribute("presenceForm", new PresenceForm(own.audience(), own.awayMinutes()));
    return VIEW;
  }

  @PostMapping
  String save(
      @CurrentAccount SignedIn me,
      @ModelAttribute("presenceForm") PresenceForm form,
      BindingResult errors,
      HttpServletResponse response,
      RedirectAttributes after) {
    Audience audience = form.audience();
    Integer away = form.awayMinutes();
    if (audience == null && !errors.hasFieldErrors("audience")) {
      errors.rejectValue("audience", "presence.unknown");
    }
    if ((away == null || !AWAY.contains(away)) && !errors.hasFieldErrors("awayMinutes")) {
      errors.rejectValue("awayMinutes", "presence.unknown");
    }
    if (errors.hasErrors() || audience == null || away == null) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return VIEW;
    }
    presences.show(me, audience, away);
    after.addFlashAttribute("saved", "profile.saved");
    return "redirect:/profile/presence";
  }
}
