package org.parley.testing;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.account.SignedIn;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A browser of a test: it keeps cookies and sends the CSRF token, as scripts of the portal do. */
public final class Browser {
  private final MockMvc mvc;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String address = "127.0.0.1";

  private Browser(MockMvc mvc) {
    this.mvc = mvc;
  }

  /** Opens browsers. */
  public static final class Factory {
    private final MockMvc mvc;

    Factory(
        WebApplicationContext context,
        @Qualifier("springSessionRepositoryFilter") Filter sessions) {
      DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
      this.mvc = builder.addFilters(sessions).apply(springSecurity()).build();
    }

    /** A browser that has seen nothing yet. */
    public Browser open() {
      return new Browser(mvc);
    }

    /** A browser in which {@code person} has signed in. */
    public Browser signedIn(SignedIn person) throws Exception {
      Browser browser = open();
      browser.signIn(person.username(), TestPeople.PASSWORD);
      return browser;
    }
  }

  /** The same browser, from now on at another network address. */
  public Browser at(String address) {
    this.address = address;
    return this;
  }

  /** Posts the sign-in form. */
  public ResultActions signIn(String username, String password) throws Exception {
    return post("/login", "username", username, "password", password);
  }

  /** Opens a page. */
  public ResultActions get(String path, Object... variables) throws Exception {
    return send(MockMvcRequestBuilders.get(path, variables).accept(MediaType.TEXT_HTML));
  }

  /** Asks for JSON. */
  public ResultActions json(String path, Object... variables) throws Exception {
    return send(MockMvcRequestBuilders.get(path, variables).accept(MediaType.APPLICATION_JSON));
  }

  /** Asks for JSON with one header more. */
  public ResultActions jsonWith(String header, String value, String path) throws Exception {
    return send(MockMvcRequestBuilders.get(path).header(header, value));
  }

  /** Posts a form; {@code fields} are names and values in turn. */
  public ResultActions post(String path, String... fields) throws Exception {
    token();
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(path).accept(MediaType.TEXT_HTML);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  /** Posts a form as another site would: with the cookies, without the token. */
  public ResultActions postWithoutToken(String path, String... fields) throws Exception {
    cookies.remove("XSRF-TOKEN");
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  /** Posts JSON. */
  public ResultActions postJson(String path, String body) throws Exception {
    token();
    return send(
        MockMvcRequestBuilders.post(path)
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.APPLICATION_JSON)
            .content(body));
  }

  /** Sends a file as it is, as scripts of the portal do. */
  public ResultActions postFile(String path, String type, byte[] file) throws Exception {
    token();
    return send(
        MockMvcRequestBuilders.post(path)
            .contentType(MediaType.parseMediaType(type))
            .accept(MediaType.APPLICATION_JSON)
            .content(file));
  }

  /** Asks to remove something. */
  public ResultActions delete(String path) throws Exception {
    token();
    return send(MockMvcRequestBuilders.delete(path).accept(MediaType.APPLICATION_JSON));
  }

  /** Whether the server has asked to keep this cookie. */
  public boolean hasCookie(String name) {
    return cookies.containsKey(name);
  }

  /** The name that this browser's cookie gives it; a page must have been opened. */
  public String device() {
    return java.util.Objects.requireNonNull(cookies.get("PARLEY_DEVICE")).getValue();
  }

  /** What the cookie holds; {@code null} where there is none. */
  public @Nullable String cookie(String name) {
    Cookie cookie = cookies.get(name);
    return cookie == null ? null : cookie.getValue();
  }

  /** Keeps a cookie, as if somebody had planted it. */
  public void plantCookie(String name, String value) {
    cookies.put(name, new Cookie(name, value));
  }

  private void token() throws Exception {
    if (!cookies.containsKey("XSRF-TOKEN")) {
      get("/login");
    }
  }

  private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
    request.remoteAddress(address);
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    Cookie token = cookies.get("XSRF-TOKEN");
    if (token != null) {
      request.header("X-XSRF-TOKEN", token.getValue());
    }
    ResultActions actions = mvc.perform(request);
    MvcResult result = actions.andReturn();
    for (Cookie cookie : result.getResponse().getCookies()) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie);
      }
    }
    return actions;
  }
}
