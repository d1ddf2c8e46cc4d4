package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.account.DeviceService;
import org.parley.account.SignedIn;
import org.parley.factor.SecondFactors;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.TestPhonebook;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every address of the portal as each kind of visitor; access-policy.txt says what is right.
 */
@WebTest
class AccessPolicyIT {
  private static final List<String> VISITORS = List.of("nobody", "owner", "other", "admin");

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private SecondFactors factors;
  @Autowired private DeviceService devices;
  @Autowired private TestPhonebook phonebook;
  @Autowired private RequestMappingHandlerMapping mappings;

  private SignedIn owner;

  private record Row(String method, String path, List<String> outcomes) {
    String key() {
      return method + " " + path;
    }

    boolean isApi() {
      return path.startsWith("/api/") || path.equals("/events");
    }
  }

  @BeforeEach
  void somebodyOwnsThings() {
    owner = people.employee("owner");
  }

  @Test
  void theTableHoldsEveryAddress() throws IOException {
    Set<String> mapped = new TreeSet<>();
    for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
      Set<String> methods =
          mapping.getMethodsCondition().getMethods().stream()
              .map(RequestMethod::name)
              .collect(Collectors.toSet());
      for (String pattern : mapping.getPatternValues()) {
        String path = pattern.isEmpty() ? "/" : pattern;
        (methods.isEmpty() ? Set.of("GET") : methods)
            .forEach(method -> mapped.add(method + " " + path));
      }
    }
    assertThat(rows().stream().map(Row::key)).doesNotHaveDuplicates();
    assertThat(rows().stream().map(Row::key)).containsExactlyInAnyOrderElementsOf(mapped);
  }

  @Test
  void nobodyReachesWhatIsOpenAlone() throws Exception {
    isTrueOf("nobody", browsers.open());
  }

  @Test
  void anEmployeeReachesWhatIsTheirs() throws Exception {
    isTrueOf("owner", browsers.signedIn(owner));
  }

  @Test
  void anotherEmployeeReachesNothingOfTheirs() throws Exception {
    isTrueOf("other", browsers.signedIn(people.employee("other")));
  }

  @Test
  void anAdministratorReachesWhatAdministratorsMay() throws Exception {
    isTrueOf("admin", browsers.signedIn(people.admin("root")));
  }

  @Test
  void whoHasYetToShowASecondThingReachesNothing() throws Exception {
    SignedIn admin = people.admin("root");
    factors.demand(admin, admin, true);
    Browser browser = browsers.signedIn(admin);
    List<String> open = new ArrayList<>();
    for (Row row : rows()) {
      if (row.outcomes().get(0).equals("sign-in") && !row.path().startsWith("/login/")) {
        MockHttpServletResponse answer = ask(row, browser);
        if (answer.getStatus() != 401 && !"/login/factor".equals(answer.getRedirectedUrl())) {
          open.add(row.key() + ": " + answer.getStatus());
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void whatIsBelowAdministrationIsForAdministratorsEvenIfNothingIsThere() throws Exception {
    for (String address : Set.of("/admin/nothing", "/api/admin/nothing")) {
      Row row = new Row("GET", address, List.of());
      assertThat(outcome(ask(row, browsers.signedIn(owner)))).isEqualTo("no");
      assertThat(outcome(ask(row, browsers.signedIn(people.admin("root"))))).isEqualTo("404");
    }
  }

  private void isTrueOf(String visitor, Browser browser) throws Exception {
    int column = VISITORS.indexOf(visitor);
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      MockHttpServletResponse answer = ask(row, browser);
      String expected = row.outcomes().get(column);
      String found = outcome(answer);
      // What is not there, is not there for everybody: an address of nothing proves no refusal.
      if (expected.equals("yes") && found.equals("404") && !isOwned(row)) {
        found = "yes";
      }
      if (!found.equals(expected)) {
        wrong.add(row.key() + ": " + found + " (" + answer.getStatus() + "), not " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String outcome(MockHttpServletResponse answer) {
    String to = answer.getRedirectedUrl();
    if (answer.getStatus() == 401 || (to != null && to.matches("/login(\\?.*)?"))) {
      return "sign-in";
    }
    return switch (answer.getStatus()) {
      case 403 -> "no";
      case 404 -> "404";
      case 405, 415, 500 -> "broken";
      default -> "yes";
    };
  }

  private MockHttpServletResponse ask(Row row, Browser browser) throws Exception {
    String address = address(row);
    if (row.method().equals("GET")) {
      return (row.isApi() ? browser.json(address) : browser.get(address)).andReturn().getResponse();
    }
    if (row.method().equals("DELETE")) {
      return browser.delete(address).andReturn().getResponse();
    }
    return (row.isApi() ? browser.postJson(address, "{}") : browser.post(address))
        .andReturn()
        .getResponse();
  }

  /** Whether the address names something that the owner has, so that others must not find it. */
  private static boolean isOwned(Row row) {
    return row.outcomes().contains("404");
  }

  /** The address of a thing of the owner, where there can be one. */
  private String address(Row row) {
    String id = "0";
    if (row.path().startsWith("/profile/devices/{id}")) {
      devices.add(owner.username(), "Kitchen");
      id = Long.toString(devices.list(owner).get(0).id());
    }
    if (row.path().contains("phonebook/") && row.path().contains("{id}")) {
      id = Long.toString(phonebook.thing(row.path(), owner));
    }
    return row.path().replace("{id}", id).replaceAll("\\{[a-z]+}", "nobody-there");
  }

  private static List<Row> rows() throws IOException {
    String table =
        new ClassPathResource("access-policy.txt", AccessPolicyIT.class)
            .getContentAsString(StandardCharsets.UTF_8);
    return table
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .peek(words -> assertThat(words).as(Arrays.toString(words)).hasSize(2 + VISITORS.size()))
        .map(words -> new Row(words[0], words[1], List.of(words).subList(2, words.length)))
        .toList();
  }
}
