package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.nio.file.Path;
import org.openqa.selenium.WebElement;
import org.parley.flows.browser.Browser;

/** One's own phonebook: the list, a contact beside it, and the form of a contact. */
public final class PhonebookPage {
  private static final String ADD = "[data-testid=colleague-add]";

  private final Browser browser;

  /** The phonebook as {@code browser} shows it. */
  public PhonebookPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens it, and waits until its list is there. */
  public PhonebookPage open() {
    browser.open("/phonebook");
    await("the phonebook's list")
        .until(() -> browser.shows("[data-list=contacts]:not([aria-busy]) > li"));
    return this;
  }

  /** Adds a colleague from their own page. */
  public void addFromTheirPage(String user) {
    browser.open("/people/" + user);
    await("the button that adds").until(() -> browser.shows(ADD));
    await("the page's script")
        .until(() -> !"offline".equals(browser.attribute("html", "data-phone-state")));
    browser.click(ADD);
    await("word that they were added").until(() -> browser.shows("#toasts .notice"));
  }

  /** Writes down somebody outside, and waits until they are shown. */
  public void add(String name, String number, String notes) {
    browser.click("[data-testid=contact-new]");
    await("the form").until(() -> browser.shows("[data-testid=contact-form]"));
    browser.type("#f-name", name);
    browser.type("[name=values]", number);
    browser.type("#f-notes", notes);
    browser.click("[data-testid=contact-save]");
    awaitContact(name);
  }

  /** Opens somebody in the list. */
  public void choose(String name) {
    awaitListed(name);
    browser.js(
        "[...document.querySelectorAll('[data-list=contacts] .row-link')]"
            + ".find(link => link.textContent === arguments[0]).click()",
        name);
    awaitContact(name);
  }

  /** Waits until somebody is shown beside the list. */
  public void awaitContact(String name) {
    await(name + " beside the list")
        .until(
            () ->
                browser.shows("[data-testid=contact-name]")
                    && browser.text("[data-testid=contact-name]").contains(name));
  }

  /** Waits until the list holds somebody. */
  public void awaitListed(String name) {
    await(name + " in the list").until(() -> lists(name));
  }

  /** Waits until the list does not hold somebody any more. */
  public void awaitNotListed(String name) {
    await(name + " gone from the list").until(() -> !lists(name));
  }

  private boolean lists(String name) {
    return Boolean.TRUE.equals(
        browser.js(
            "return [...document.querySelectorAll('[data-list=contacts] .row-link')]"
                + ".some(link => link.textContent === arguments[0])",
            name));
  }

  /** What is said of whoever is shown. */
  public String words() {
    return browser.text("[data-testid=contact]");
  }

  /** Looks for words. */
  public void find(String words) {
    browser.type("[data-testid=contact-find]", words);
  }

  /** Removes whoever is shown, and says that it is meant. */
  public void remove() {
    browser.click("[data-testid=contact-remove]");
    await("the question").until(() -> browser.shows("[data-testid=contact-remove-sure]"));
    browser.click("[data-testid=contact-remove-sure]");
    await("nobody beside the list").until(() -> !browser.shows("[data-testid=contact]"));
  }

  /** Hands in a file of contacts, has it taken over as it is, and waits for the end. */
  public void takeOver(Path file) {
    browser.open("/phonebook/import");
    await("the page's script")
        .until(
            () ->
                "ready".equals(browser.attribute("html", "data-phone-state"))
                    && Boolean.TRUE.equals(
                        browser.js(
                            "return performance.getEntriesByType('resource')"
                                + ".some(each => each.name.includes('/phonebook-import'))")));
    WebElement input = browser.all("[data-testid=import-file]").get(0);
    browser.js("arguments[0].hidden = false", input);
    input.sendKeys(file.toString());
    await("how it will be read").until(() -> browser.shows("[data-testid=import-begin]"));
    browser.click("[data-testid=import-begin]");
    await("the end of it").until(() -> browser.shows("[data-testid=import-undo]"));
  }

  /** Takes back what was just taken over. */
  public void undoTakingOver() {
    browser.click("[data-testid=import-undo]");
    await("that it is undone").until(() -> !browser.shows("[data-testid=import-undo]"));
  }

  /** Where one is. */
  public String path() {
    return browser.path();
  }

  /** Opens a page again that was open before. */
  public void backTo(String path) {
    browser.open(path);
    await("the taking over").until(() -> browser.shows("[data-testid=import-undo]"));
  }
}
