package org.parley.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which everybody can be found. Scripts fill in who. */
@Controller
class DirectoryController {
  private final DirectorySearch search;
  private final SearchLimit limit;

  DirectoryController(DirectorySearch search, SearchLimit limit) {
    this.search = search;
    this.limit = limit;
  }

  /** A country to choose. */
  public record Country(String code, String name) {}

  @GetMapping("/directory")
  String show(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "country", required = false) @Nullable String country,
      HttpServletRequest request,
      Model model) {
    limit.count(me.id());
    Locale locale = ReaderTime.of(request).locale();
    Collator collator = Collator.getInstance(locale);
    DirectorySearch.Choices choices = search.choices(country);
    model.addAttribute(
        "countries",
        choices.countries().stream()
            .map(code -> new Country(code, Entry.countryName(code, locale)))
            .sorted(Comparator.comparing(Country::name, collator))
            .toList());
    model.addAttribute("regions", sorted(choices.regions(), collator));
    model.addAttribute("departments", sorted(choices.departments(), collator));
    return "directory/directory";
  }

  private static List<String> sorted(List<String> texts, Collator collator) {
    return texts.stream().sorted(collator).toList();
  }
}
