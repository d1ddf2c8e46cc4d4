package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.account.SignedIn;
import org.parley.testing.Browser;
import org.parley.testing.TestPeople;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what, as a table: every address of the portal stands in it, and is tried. */
@WebTest
class AccessPolicyIT {
  private static final String TABLE =
      """
      anybody   GET  /login
      anybody   GET  /register
      anybody   POST /register
      anybody   GET  /register/done
      anybody   GET  /health
      signed-in GET  /
      signed-in GET  /messages
      signed-in GET  /messages/{user}
      signed-in GET  /history
      signed-in GET  /profile
      signed-in POST /profile
      signed-in GET  /profile/security
      signed-in POST /profile/security/password
      signed-in GET  /profile/devices
      signed-in POST /profile/devices
      signed-in POST /profile/devices/{id}/revoke
      signed-in POST /login/again
      signed-in GET  /error
      signed-in GET  /events
      signed-in GET  /api/people
      signed-in GET  /api/summary
      signed-in GET  /api/history
      signed-in GET  /api/conversations
      signed-in GET  /api/conversations/{user}/messages
      signed-in POST /api/conversations/{user}/read
      signed-in GET  /api/messages/waiting
      signed-in POST /api/messages/received
      signed-in POST /api/history/seen
      signed-in POST /api/phone/credential
      """;

  @Autowired private Browser.Factory browsers;
  @Autowired private TestPeople people;
  @Autowired private RequestMappingHandlerMapping mappings;

  private record Row(boolean anybody, String method, String path) {
    String key() {
      return method + " " + path;
    }

    boolean isApi() {
      return path.startsWith("/api/") || path.equals("/events");
    }

    String address() {
      return path.replace("{id}", "0").replace("{user}", "nobody-there");
    }

    MockHttpServletResponse ask(Browser browser) throws Exception {
      if (method.equals("GET")) {
        return (isApi() ? browser.json(address()) : browser.get(address()))
            .andReturn()
            .getResponse();
      }
      return (isApi() ? browser.postJson(address(), "{}") : browser.post(address()))
          .andReturn()
          .getResponse();
    }
  }

  static Row[] rows() {
    return TABLE
        .lines()
        .map(line -> line.split("\\s+"))
        .map(words -> new Row(words[0].equals("anybody"), words[1], words[2]))
        .toArray(Row[]::new);
  }

  @Test
  void theTableHoldsEveryAddress() {
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
    assertThat(mapped)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(rows()).map(Row::key).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whoIsNotSignedInReachesWhatIsOpenAlone(Row row) throws Exception {
    MockHttpServletResponse answer = row.ask(browsers.open());
    if (row.anybody()) {
      assertThat(answer.getStatus()).isNotIn(401, 403, 404, 405, 500);
      assertThat(answer.getRedirectedUrl()).isNotEqualTo("/login");
    } else if (row.isApi()) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    } else {
      assertThat(answer.getRedirectedUrl()).isEqualTo("/login");
    }
  }

  @Test
  void anEmployeeReachesAllOfThem() throws Exception {
    SignedIn anna = people.employee("anna");
    Browser browser = browsers.signedIn(anna);
    Map<String, Integer> refused = new TreeMap<>();
    for (Row row : rows()) {
      int status = row.ask(browser).getStatus();
      if (Set.of(401, 403, 405, 415, 500).contains(status)) {
        refused.put(row.key(), status);
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void whatIsForAdministratorsIsForThemAlone() throws Exception {
    for (String address : Set.of("/admin", "/admin/people", "/api/admin/people")) {
      assertThat(status(browsers.signedIn(people.employee("anna")), address)).isEqualTo(403);
      assertThat(status(browsers.signedIn(people.admin("root")), address)).isEqualTo(404);
    }
  }

  private static int status(Browser browser, String address) throws Exception {
    return browser.get(address).andReturn().getResponse().getStatus();
  }
}
