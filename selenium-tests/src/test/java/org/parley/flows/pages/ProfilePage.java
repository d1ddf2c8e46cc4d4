package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.nio.file.Path;
import org.openqa.selenium.WebElement;
import org.parley.flows.browser.Browser;

/** One's own profile, and what colleagues see of it. */
public final class ProfilePage {
  private final Browser browser;

  /** The profile as {@code browser} shows it. */
  public ProfilePage(Browser browser) {
    this.browser = browser;
  }

  /** Goes there by the rail. */
  public ProfilePage open() {
    browser.click("a[data-section=profile]");
    await("the profile").until(() -> browser.shows("[data-testid=profile-form]"));
    return this;
  }

  /** Fills in a field. */
  public ProfilePage tell(String field, String words) {
    browser.type("#main [name=" + field + "]", words);
    return this;
  }

  /** Chooses in a field. */
  public ProfilePage choose(String field, String value) {
    browser.js(
        "const field = document.querySelector('#main [name=' + arguments[0] + ']');"
            + " field.value = arguments[1];"
            + " field.dispatchEvent(new Event('change', { bubbles: true }))",
        field,
        value);
    return this;
  }

  /** Saves, and waits until it is said. */
  public void save() {
    browser.click("[data-testid=profile-save]");
    await("word that it is saved").until(() -> browser.shows("[data-testid=saved]"));
  }

  /** Chooses a picture, moves and enlarges it with the keyboard alone, and saves it. */
  public void showPicture(Path file) {
    WebElement input = browser.all("[data-testid=picture-file]").get(0);
    browser.js("arguments[0].hidden = false", input);
    input.sendKeys(file.toString());
    browser.js("arguments[0].hidden = true", input);
    await("the picture to crop").until(() -> browser.shows("[data-testid=crop]"));
    browser.js(
        "const canvas = document.querySelector('.crop'); canvas.focus();"
            + " for (const key of ['+', '+', 'ArrowLeft', 'ArrowUp'])"
            + " canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))");
    browser.click("[data-testid=crop-save]");
    await("the picture at the foot of the rail").until(() -> isPictureShownIn(".me-button"));
  }

  /** Whether a picture is shown, loaded, in a part of the page. */
  public boolean isPictureShownIn(String css) {
    return Boolean.TRUE.equals(
        browser.js(
            "const image = document.querySelector(arguments[0] + ' .avatar-picture');"
                + " return Boolean(image && image.complete && image.naturalWidth > 0)",
            css));
  }

  /** Reads the portal in another language; the shell comes anew. */
  public void speak(String language) {
    choose("language", language);
    browser.js("document.querySelector('[data-testid=look] button').click()");
    await("the language " + language)
        .ignoreExceptions()
        .until(() -> language.equals(browser.attribute("html", "lang")));
  }

  /** Opens a colleague's page. */
  public ProfilePage colleague(String user) {
    browser.open("/people/" + user);
    await("the page of " + user).until(() -> browser.shows("[data-testid=colleague]"));
    return this;
  }

  /** All that a colleague's page says. */
  public String words() {
    return browser.text("[data-testid=colleague]");
  }

  /** Calls the colleague whose page is shown. */
  public void call() {
    browser.click("[data-testid=colleague-call]");
  }
}
