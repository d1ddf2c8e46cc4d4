package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.util.List;
import org.openqa.selenium.Keys;
import org.parley.flows.browser.Browser;

/** The conversation with one person. */
public final class MessagesPage {
  private static final String INPUT = "[data-testid=message-input]";
  private static final String ITEMS =
      "return [...document.querySelectorAll('[data-testid=message-item]')]"
          + ".filter(e => e.textContent.includes(arguments[0]))";

  private final Browser browser;

  /** The conversation as {@code browser} shows it. */
  public MessagesPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens the conversation with somebody by its address. */
  public MessagesPage open(String person) {
    browser.open("/messages/" + person);
    await("the conversation with " + person)
        .until(() -> browser.shows("#main[data-page=messages]") && isWritable());
    return this;
  }

  /** Whether there is a field to write in. */
  public boolean isWritable() {
    return browser.shows(INPUT);
  }

  /** Writes a line and sends it with Enter. */
  public void send(String text) {
    browser.type(INPUT, text, Keys.ENTER);
  }

  /** Puts in a text as pasting does, whatever characters it has, and sends it with the button. */
  public void paste(String text) {
    await("the field to write in").until(this::isWritable);
    browser.js(
        "const field = document.querySelector(arguments[0]); field.focus();"
            + " document.execCommand('insertText', false, arguments[1])",
        INPUT,
        text);
    browser.click("[data-testid=message-send]");
  }

  /** How many messages contain a text. */
  public int countOf(String text) {
    return ((Number) browser.js(ITEMS + ".length", text)).intValue();
  }

  /** Whether a message that contains a text is there. */
  public boolean has(String text) {
    return countOf(text) > 0;
  }

  /** Waits until a message that contains a text is there. */
  public void awaitMessage(String text) {
    await("the message '" + text + "'").until(() -> has(text));
  }

  /** How far a message has come: sending, sent, delivered, read or failed. */
  public String stateOf(String text) {
    return String.valueOf(browser.js(ITEMS + "[0]?.dataset.messageState ?? ''", text));
  }

  /** Waits until a message has come as far as {@code state}. */
  public void awaitState(String text, String state) {
    awaitState(text, state, Duration.ofSeconds(15));
  }

  /** Waits at most {@code longest} until a message has come as far as {@code state}. */
  public void awaitState(String text, String state, Duration longest) {
    await("'" + text + "' to be " + state, longest).until(() -> state.equals(stateOf(text)));
  }

  /** Those of {@code texts} that are shown, in the order in which they are. */
  public List<String> order(List<String> texts) {
    Object found =
        browser.js(
            "return [...document.querySelectorAll('[data-testid=message-item]')]"
                + ".flatMap(e => arguments[0].filter(t => e.textContent.includes(t)))",
            texts);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** What the whole text of one message is, as the page holds it. */
  public String wholeText(String part) {
    return String.valueOf(browser.js(ITEMS + "[0]?.textContent ?? ''", part));
  }

  /** The elements inside one message that a text must never become. */
  public int activeElementsIn(String part) {
    return ((Number)
            browser.js(
                ITEMS
                    + ".reduce((n, e) => n + e.querySelectorAll('img,script,iframe,svg[onload],"
                    + "a[href^=\"javascript\" i]').length, 0)",
                part))
        .intValue();
  }

  /** The addresses that one message links to. */
  public List<String> linksIn(String part) {
    Object links =
        browser.js(
            ITEMS + ".flatMap(e => [...e.querySelectorAll('a[href]')].map(a => a.href))", part);
    return ((List<?>) links).stream().map(String::valueOf).toList();
  }

  /** What the section says in words. */
  public String words() {
    return browser.text("#main");
  }

  /** The unread count on the rail; 0 where there is none. */
  public int unread() {
    String badge = browser.text("[data-badge=unread]");
    return badge.isEmpty() ? 0 : Integer.parseInt(badge.replaceAll("\\D", ""));
  }

  /** What the server keeps of the conversation with somebody: texts, oldest first. */
  public List<String> stored(String person) {
    Object texts =
        browser.jsAsync(
            "const done = arguments[1]; fetch('/api/conversations/' + arguments[0] + '/messages?limit=100')"
                + ".then(r => r.ok ? r.json() : { messages: [] })"
                + ".then(j => done(j.messages.map(m => m.text)))",
            person);
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }

  /** Waits until the server keeps this very text of somebody, once. */
  public void awaitStored(String person, String text) {
    await("the server to keep '" + text.substring(0, Math.min(40, text.length())) + "'")
        .until(() -> stored(person).stream().filter(text::equals).count() == 1);
  }

  /** The people with whom the server keeps a conversation. */
  public List<String> conversations() {
    Object users =
        browser.jsAsync(
            "const done = arguments[0]; fetch('/api/conversations?limit=100').then(r => r.json())"
                + ".then(j => done(j.conversations.map(c => c.user)))");
    return ((List<?>) users).stream().map(String::valueOf).toList();
  }

  /** Whether all of a message is on the page, to its last words. */
  public boolean isFullyReadable(String part, String end) {
    return wholeText(part).length() >= 10_000 && wholeText(part).contains(end);
  }

  /** Whether a message stays inside the width of the page. */
  public boolean fitsItsColumn(String part) {
    return Boolean.TRUE.equals(
        browser.js(
            "const e = (() => { "
                + ITEMS
                + " })()[0]; return e.scrollWidth <= e.closest('main').clientWidth",
            part));
  }
}
