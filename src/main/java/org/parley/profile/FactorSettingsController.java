package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.account.CurrentAccount;
import org.parley.account.FreshSignIn;
import org.parley.account.SignedIn;
import org.parley.factor.SecondFactors;
import org.parley.factor.SecondFactors.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in person's second factor. */
@Controller
@RequestMapping("/profile/security/factor")
class FactorSettingsController {
  private static final String VIEW = "profile/factor";
  private static final String BACK = "redirect:/profile/security/factor";

  private final SecondFactors factors;
  private final FreshSignIn fresh;

  FactorSettingsController(SecondFactors factors, FreshSignIn fresh) {
    this.factors = factors;
    this.fresh = fresh;
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, HttpServletRequest request, Model model) {
    return page(me, request, model);
  }

  @PostMapping("/begin")
  String begin(@CurrentAccount SignedIn me, HttpServletRequest request, Model model) {
    // Whoever finds a browser left open must not lock its owner out with an app of their own.
    if (fresh.isFresh(request.getSession())) {
      model.addAttribute("setup", factors.begin(me.id(), me.username()));
    }
    return page(me, request, model);
  }

  @PostMapping("/confirm")
  String confirm(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "code", defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (factors.state(me).on() || !fresh.isFresh(request.getSession())) {
      return BACK;
    }
    Outcome outcome = factors.confirm(me, code);
    if (outcome == Outcome.RIGHT) {
      model.addAttribute("codes", factors.newRecoveryCodes(me));
    } else {
      refuse(outcome, response, model);
      model.addAttribute("setup", factors.begin(me.id(), me.username()));
    }
    return page(me, request, model);
  }

  @PostMapping("/codes")
  String newCodes(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "code", defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    // The first ones belong to setting it up; later ones let in whoever has them.
    if (factors.state(me).codesLeft() > 0 || !fresh.isFresh(request.getSession())) {
      Outcome outcome = factors.check(me.id(), code);
      if (outcome != Outcome.RIGHT) {
        refuse(outcome, response, model);
        return page(me, request, model);
      }
    }
    // Shown with this one answer, and never again.
    model.addAttribute("codes", factors.newRecoveryCodes(me));
    return page(me, request, model);
  }

  @PostMapping("/remove")
  String remove(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "code", defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    Outcome outcome = factors.remove(me, code);
    if (outcome == Outcome.RIGHT) {
      after.addFlashAttribute("saved", "factor.removed");
      return BACK;
    }
    refuse(outcome, response, model);
    return page(me, request, model);
  }

  @PostMapping("/browsers/{id}/forget")
  String forget(
      @CurrentAccount SignedIn me, @PathVariable("id") long id, RedirectAttributes after) {
    factors.forget(me, id);
    after.addFlashAttribute("saved", "factor.browser.forgotten");
    return BACK;
  }

  private static void refuse(Outcome outcome, HttpServletResponse response, Model model) {
    boolean tooMany = outcome == Outcome.TOO_MANY;
    response.setStatus(
        (tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
    model.addAttribute("problem", tooMany ? "factor.code.tooMany" : "factor.code.wrong");
  }

  private String page(SignedIn me, HttpServletRequest request, Model model) {
    model.addAttribute("factor", factors.state(me));
    model.addAttribute("isFresh", fresh.isFresh(request.getSession()));
    model.addAttribute("remembered", factors.remembered(me));
    return VIEW;
  }
}
