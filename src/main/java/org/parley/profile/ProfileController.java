package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.CurrentAccount;
import org.parley.account.DeviceService;
import org.parley.account.PasswordRules;
import org.parley.account.SignInThrottle;
import org.parley.account.SignedIn;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in person's own page. */
@Controller
@RequestMapping("/profile")
class ProfileController {
  private static final String VIEW = "profile/profile";
  private static final String BACK = "redirect:/profile";

  private final AccountService accounts;
  private final DeviceService devices;
  private final PasswordRules rules;
  private final SignInThrottle throttle;

  ProfileController(
      AccountService accounts,
      DeviceService devices,
      PasswordRules rules,
      SignInThrottle throttle) {
    this.accounts = accounts;
    this.devices = devices;
    this.rules = rules;
    this.throttle = throttle;
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, Model model) {
    return page(me, model);
  }

  @PostMapping
  String rename(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("profileForm") ProfileForm form,
      BindingResult errors,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (errors.hasErrors()) {
      return again(me, response, model);
    }
    accounts.rename(me, given(form.name()));
    after.addFlashAttribute("saved", "profile.saved");
    return BACK;
  }

  @PostMapping("/password")
  String changePassword(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("passwordForm") PasswordForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    if (form.next() != null && !form.next().isBlank()) {
      rules.complaint(form.next(), me.username()).ifPresent(key -> errors.rejectValue("next", key));
    }
    if (!errors.hasErrors()) {
      // A browser left open must not be a place to guess its owner's password.
      if (!throttle.begin(me.username(), request.getRemoteAddr())) {
        throw new TooManyRequestsException(SignInThrottle.WINDOW);
      }
      HttpSession session = request.getSession();
      if (accounts.changePassword(me, given(form.current()), given(form.next()), session.getId())) {
        throttle.succeeded(me.username(), request.getRemoteAddr());
        after.addFlashAttribute("saved", "profile.password.saved");
        return BACK;
      }
      errors.rejectValue("current", "account.password.currentWrong");
    }
    return again(me, response, model);
  }

  @PostMapping("/devices")
  String addDevice(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("deviceForm") DeviceForm form,
      BindingResult errors,
      HttpServletResponse response,
      Model model) {
    if (errors.hasErrors()) {
      return again(me, response, model);
    }
    // Shown with this one answer: after a redirect the password would have to be kept somewhere.
    DeviceService.NewDevice device = devices.add(me.username(), given(form.label()));
    model.addAttribute("newDevice", device);
    model.addAttribute("newDevicePassword", device.password().reveal());
    // The form for a next one is empty again.
    model.asMap().remove("deviceForm");
    model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "deviceForm");
    return page(me, model);
  }

  @PostMapping("/devices/{id}/revoke")
  String revokeDevice(
      @CurrentAccount SignedIn me, @PathVariable("id") long id, RedirectAttributes after) {
    devices.revoke(me, id);
    after.addFlashAttribute("saved", "profile.device.revoked");
    return BACK;
  }

  private String again(SignedIn me, HttpServletResponse response, Model model) {
    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return page(me, model);
  }

  // The page holds three forms: the two that were not sent show what is there now. They are added
  // last, because a form that is in the model before binding would be taken instead of what was
  // sent.
  private String page(SignedIn me, Model model) {
    Map<String, Object> attributes = model.asMap();
    attributes.putIfAbsent("profileForm", new ProfileForm(me.name()));
    attributes.putIfAbsent("passwordForm", new PasswordForm("", ""));
    attributes.putIfAbsent("deviceForm", new DeviceForm(""));
    attributes.put("devices", devices.list(me));
    return VIEW;
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNull(value);
  }
}
