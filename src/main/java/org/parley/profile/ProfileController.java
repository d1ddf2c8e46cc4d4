package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.Person;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.common.Phones;
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
  private static final int LINES = 3;

  private final ProfileService profiles;
  private final ProfileReader reader;

  ProfileController(ProfileService profiles, ProfileReader reader) {
    this.profiles = profiles;
    this.reader = reader;
  }

  /** A country to choose. */
  public record Country(String code, String name) {}

  @ModelAttribute
  void choices(HttpServletRequest request, Model model) {
    LookController.choices(model);
    Locale locale = ReaderTime.of(request).locale();
    Collator collator = Collator.getInstance(locale);
    model.addAttribute(
        "countries",
        Arrays.stream(Locale.getISOCountries())
            .map(
                code ->
                    new Country(
                        code,
                        new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
            .sorted((one, other) -> collator.compare(one.name(), other.name()))
            .toList());
    model.addAttribute("phoneKinds", ProfileReader.PHONE_KINDS);
    model.addAttribute("visibilities", Visibility.values());
  }

  @GetMapping
  String show(@CurrentAccount SignedIn me, HttpServletRequest request, Model model) {
    model.addAttribute("profileForm", form(profiles.mine(me), ReaderTime.of(request)));
    return VIEW;
  }

  @PostMapping
  String save(
      @CurrentAccount SignedIn me,
      @Valid @ModelAttribute("profileForm") ProfileForm form,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after) {
    ReaderTime time = ReaderTime.of(request);
    Details details = reader.read(me, form, time, errors);
    Instant until = errors.hasErrors() ? null : ProfileReader.until(form, time, errors);
    if (errors.hasErrors()) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      return VIEW;
    }
    profiles.save(
        me,
        Objects.requireNonNull(form.name()),
        Objects.requireNonNullElse(form.statusText(), ""),
        until,
        details);
    after.addFlashAttribute("saved", "profile.saved");
    return "redirect:/profile";
  }

  private static ProfileForm form(ProfileService.Page page, ReaderTime time) {
    Person person = page.person();
    Details details = page.details();
    Person.StatusText status = person.status();
    Instant until = status == null ? null : status.until();
    String region = details.country() == null ? time.locale().getCountry() : details.country();
    return new ProfileForm(
        person.name(),
        status == null ? "" : status.text(),
        until == null ? "" : until.minusSeconds(1).atZone(time.zone()).toLocalDate().toString(),
        details.about(),
        details.job(),
        details.department(),
        page.manager() == null ? "" : page.manager().user(),
        details.skills(),
        details.place(),
        details.region(),
        details.country(),
        details.languages(),
        lines(details.phones(), PhoneNumber::kind),
        lines(details.phones(), phone -> Phones.show(phone.number(), region)),
        lines(details.links(), Link::label),
        lines(details.links(), Link::url),
        details.shown().about(),
        details.shown().work(),
        details.shown().place(),
        details.shown().languages(),
        details.shown().phones(),
        details.shown().links());
  }

  /** What there is, and room for more. */
  private static <T> List<String> lines(List<T> told, Function<T, @Nullable String> text) {
    List<String> lines = new ArrayList<>();
    told.forEach(one -> lines.add(Objects.requireNonNullElse(text.apply(one), "")));
    while (lines.size() < Math.min(ProfileReader.MOST, Math.max(LINES, told.size() + 1))) {
      lines.add("");
    }
    return lines;
  }
}
