package org.parley.profile;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.parley.account.AccountService;
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

/** What others see of the signed-in person. */
@Controller
@RequestMapping("/profile")
class ProfileController {
  private static final String VIEW = "profile/profile";

  private final AccountService accounts;

  ProfileController(AccountService accounts) {
    this.accounts = accounts;
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, Model model) {
    model.addAttribute("profileForm", new ProfileForm(me.name()));
    return VIEW;
  }

  @ModelAttribute
  void choices(Model model) {
    LookController.choices(model);
  }

  @PostMapping
  String rename(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("profileForm") ProfileForm form,
      BindingResult errors,
      HttpServletResponse response,
      RedirectAttributes after) {
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return VIEW;
    }
    accounts.rename(me, Objects.requireNonNull(form.name()));
    after.addFlashAttribute("saved", "profile.saved");
    return "redirect:/profile";
  }
}
