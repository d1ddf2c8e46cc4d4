package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.util.List;
import java.util.Map;
import org.parley.flows.browser.Browser;

/** The map, and what one shares on it. */
public final class MapPage {
  private static final String SIGN = "[data-testid=sharing]";

  private final Browser browser;

  /** The map as {@code browser} shows it. */
  public MapPage(Browser browser) {
    this.browser = browser;
  }

  /** Puts the browser somewhere, and lets pages of the portal ask where that is. */
  public MapPage standAt(double latitude, double longitude) {
    permission("granted");
    browser.devTools(
        "Emulation.setGeolocationOverride",
        Map.of("latitude", latitude, "longitude", longitude, "accuracy", 15));
    return this;
  }

  /** The browser answers no whenever a page asks where it is. */
  public MapPage refuse() {
    permission("denied");
    return this;
  }

  private void permission(String setting) {
    browser.devTools(
        "Browser.setPermission",
        Map.of("permission", Map.of("name", "geolocation"), "setting", setting));
  }

  /** Opens the map from the rail. */
  public MapPage open() {
    browser.click("[data-testid=rail-map]");
    await("the map").until(() -> browser.shows("[data-testid=map].leaflet-container"));
    await("one's own state").until(() -> browser.shows("[data-testid=share-state] .btn"));
    return this;
  }

  /** Asks to share, with these choices of how exactly, with whom and how long. */
  public MapPage share(String detail, String audience, String lasting) {
    if (!browser.shows("[data-testid=share-dialog][open]")) {
      browser.click("[data-testid=share-open]");
    }
    for (String choice : List.of(detail, audience, lasting)) {
      browser.js(
          "document.querySelector('[data-testid=share-' + arguments[0] + ']').click()", choice);
    }
    browser.click("[data-testid=share-send]");
    return this;
  }

  /** Waits until it is said that the browser refuses, and another way is offered. */
  public MapPage awaitRefusal() {
    await("what to do instead").until(() -> browser.shows("[data-testid=share-problem]"));
    await("a field for a town").until(() -> browser.shows("[data-testid=town-field]"));
    return this;
  }

  /** Types a town and takes the first that is offered. */
  public MapPage typeTown(String name) {
    browser.type("[data-testid=town-field]", name);
    await("towns").until(() -> browser.shows("[data-testid=town-choice]"));
    browser.click("[data-testid=town-choice]");
    return this;
  }

  /** Confirms what is chosen. */
  public MapPage send() {
    browser.click("[data-testid=share-send]");
    return this;
  }

  /** Waits for the sign that one shares. */
  public MapPage awaitSign() {
    await("the sign of sharing").until(() -> browser.shows(SIGN));
    return this;
  }

  /** Waits until there is no such sign. */
  public MapPage awaitNoSign() {
    await("no sign of sharing").until(() -> !browser.shows(SIGN));
    return this;
  }

  /** One click, wherever one is. */
  public MapPage stop() {
    browser.click("[data-testid=sharing-stop]");
    return this;
  }

  /** Waits until somebody is listed with these words about where. */
  public MapPage awaitPerson(String user, String words) {
    await(user + ": " + words).until(() -> browser.text(row(user)).contains(words));
    return this;
  }

  /** Waits until somebody is neither listed nor drawn. */
  public MapPage awaitNobody(String user) {
    await(user + " gone")
        .until(
            () ->
                browser.count(row(user)) == 0
                    && browser.count("[data-testid=map-person][data-user=" + user + "]") == 0);
    return this;
  }

  /** Chooses somebody in the list, by the keyboard. */
  public MapPage choose(String user) {
    browser.js("document.querySelector(arguments[0] + ' .row-link').focus()", row(user));
    browser.js("document.activeElement.click()");
    await("the card").until(() -> browser.shows("[data-testid=map-card]"));
    return this;
  }

  /** Calls whose card is open. */
  public MapPage call() {
    browser.click("[data-testid=map-card] [data-testid=map-call]");
    return this;
  }

  private static String row(String user) {
    return "[data-testid=map-row][data-user=" + user + "]";
  }
}
