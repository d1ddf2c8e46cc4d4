package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.parley.account.BrowserSessions;
import org.parley.account.CurrentAccount;
import org.parley.account.DeviceService;
import org.parley.account.SignedIn;
import org.parley.phone.SipRegistrations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the signed-in person is signed in and reachable: browsers and phones. */
@Controller
@RequestMapping("/profile/devices")
class DevicesController {
  private static final String VIEW = "profile/devices";
  private static final String BACK = "redirect:/profile/devices";

  private final DeviceService devices;
  private final BrowserSessions browsers;
  private final SipRegistrations registrations;

  DevicesController(
      DeviceService devices, BrowserSessions browsers, SipRegistrations registrations) {
    this.registrations = registrations;
    this.browsers = browsers;
    this.devices = devices;
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, HttpServletRequest request, Model model) {
    return page(me, request, model);
  }

  @PostMapping("/browsers/{id}/end")
  String endBrowser(
      @CurrentAccount SignedIn me, @PathVariable("id") String id, RedirectAttributes after) {
    browsers.end(me, id);
    after.addFlashAttribute("saved", "profile.browser.ended");
    return BACK;
  }

  @PostMapping("/browsers/end-others")
  String endOtherBrowsers(
      @CurrentAccount SignedIn me, HttpServletRequest request, RedirectAttributes after) {
    browsers.endOthers(me, request.getSession().getId());
    after.addFlashAttribute("saved", "profile.browsers.ended");
    return BACK;
  }

  @PostMapping
  String addDevice(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("deviceForm") DeviceForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return page(me, request, model);
    }
    // Shown with this one answer: after a redirect the password would have to be kept somewhere.
    DeviceService.NewDevice device = devices.add(me, Objects.requireNonNull(form.label()));
    model.addAttribute("newDevice", device);
    model.addAttribute("newDevicePassword", device.password().reveal());
    // The form for a next one is empty again.
    model.asMap().remove("deviceForm");
    model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "deviceForm");
    return page(me, request, model);
  }

  @PostMapping("/{id}/revoke")
  String revokeDevice(
      @CurrentAccount SignedIn me, @PathVariable("id") long id, RedirectAttributes after) {
    devices.revoke(me, id);
    after.addFlashAttribute("saved", "profile.device.revoked");
    return BACK;
  }

  private String page(SignedIn me, HttpServletRequest request, Model model) {
    Map<String, Object> attributes = model.asMap();
    attributes.putIfAbsent("deviceForm", new DeviceForm(""));
    List<DeviceService.Device> phones = devices.list(me);
    List<BrowserSessions.View> here = browsers.list(me, request.getSession().getId());
    attributes.put("devices", phones);
    attributes.put("browsers", here);
    attributes.put(
        "uses",
        registrations.of(
            Stream.concat(
                    phones.stream().map(DeviceService.Device::authUser),
                    here.stream().map(BrowserSessions.View::id))
                .toList()));
    return VIEW;
  }
}
