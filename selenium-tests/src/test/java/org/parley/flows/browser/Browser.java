package org.parley.flows.browser;

import static org.parley.flows.browser.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** One Chromium with a profile of its own. */
public final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--autoplay-policy=no-user-gesture-required",
          // A page behind another tab is not to be put to sleep while a flow looks elsewhere.
          "--disable-backgrounding-occluded-windows");
  // It looks for protocol classes that are not needed here, and tells of each socket that ends.
  private static final List<Logger> QUIET =
      Stream.of("org.openqa.selenium.devtools", "org.openqa.selenium.remote.http")
          .map(Logger::getLogger)
          .peek(logger -> logger.setLevel(Level.OFF))
          .toList();
  private static final String REQUESTS =
      "return performance.getEntriesByType('resource')"
          + ".filter(entry => !entry.name.includes('/static/'))"
          + ".map(entry => [Math.round(performance.timeOrigin + entry.startTime),"
          + " Math.round(entry.duration), entry.responseStatus, entry.name].join(' ')).join('\\n')";

  private final Profile profile = new Profile();
  private final ChromeDriver driver;
  private final String baseUrl;
  private boolean dead;

  /** Starts one that knows the portal at {@code baseUrl}; nothing is opened yet. */
  public Browser(String baseUrl, Devices devices) {
    this.baseUrl = baseUrl;
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(FLAGS);
    options.addArguments(devices.flags());
    options.addArguments("--user-data-dir=" + profile.folder());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    try {
      driver = new ChromeDriver(service, options);
    } catch (WebDriverException e) {
      profile.close();
      throw e;
    }
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30));
    driver.manage().window().setSize(new Dimension(1280, 900));
    watch();
  }

  // --- going places

  /** Opens a path of the portal as if typed into the address bar. */
  public void open(String path) {
    driver.get(baseUrl + path);
  }

  /** The path now shown in the address bar, with its query. */
  public String path() {
    return Objects.requireNonNull(driver.getCurrentUrl()).substring(baseUrl.length());
  }

  /** The Back button. */
  public void back() {
    driver.navigate().back();
  }

  /** The Forward button. */
  public void forward() {
    driver.navigate().forward();
  }

  /** The Reload button. */
  public void reload() {
    driver.navigate().refresh();
  }

  /** Makes the window as wide as given. */
  public void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** Opens one more tab and goes there; the handle of the tab it came from is returned. */
  public String newTab(String path) {
    String before = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    watch();
    open(path);
    return before;
  }

  /** The handle of the tab in front. */
  public String tab() {
    return driver.getWindowHandle();
  }

  /** Brings a tab to the front. */
  public void switchTo(String tab) {
    driver.switchTo().window(tab);
  }

  /** Opens an empty tab in front of this one, which goes on hidden and is still driven. */
  public void hideBehindAnotherTab() {
    String here = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    String front = driver.getWindowHandle();
    driver.switchTo().window(here);
    devTools("Target.activateTarget", Map.of("targetId", front));
    await("a hidden page").until(() -> Boolean.TRUE.equals(js("return document.hidden")));
  }

  /** Closes the tab in front and goes to another. */
  public void closeTab(String next) {
    driver.close();
    driver.switchTo().window(next);
  }

  // --- looking

  /** Runs JavaScript in the page. */
  public Object js(String script, Object... args) {
    return driver.executeScript(script, args);
  }

  /** Runs JavaScript that calls its last argument when it is done. */
  public Object jsAsync(String script, Object... args) {
    return driver.executeAsyncScript(script, args);
  }

  /** Whether an element that matches is shown. */
  public boolean shows(String css) {
    return Boolean.TRUE.equals(
        js(
            "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())",
            css));
  }

  /** The text a person reads in the first shown element that matches, or nothing. */
  public String text(String css) {
    return String.valueOf(
        js(
            "const e = [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility());"
                + " return e ? e.innerText.trim() : ''",
            css));
  }

  /** An attribute of the first element that matches; empty where there is none. */
  public String attribute(String css, String name) {
    return String.valueOf(
        js(
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''",
            css,
            name));
  }

  /** What the first field that matches holds. */
  public String value(String css) {
    return String.valueOf(js("return document.querySelector(arguments[0])?.value ?? ''", css));
  }

  /** How many elements match. */
  public int count(String css) {
    return ((Number) js("return document.querySelectorAll(arguments[0]).length", css)).intValue();
  }

  /** The elements that match. */
  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  // --- doing

  /** Clicks the first shown element that matches, as soon as it is there and may be clicked. */
  public void click(String css) {
    await("a click on " + css).until(() -> clickIfShown(css));
  }

  /** Clicks the first shown element that matches, if there is one now. */
  public boolean clickIfShown(String css) {
    for (WebElement element : all(css)) {
      if (element.isDisplayed() && element.isEnabled()) {
        try {
          element.click();
          return true;
        } catch (ElementNotInteractableException e) {
          return false; // something still moves in front of it
        }
      }
    }
    return false;
  }

  /** Empties a field and types into it. */
  public void type(String css, CharSequence... keys) {
    await("a field " + css).until(() -> shows(css));
    WebElement field = all(css).stream().filter(WebElement::isDisplayed).findFirst().orElseThrow();
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    field.sendKeys(keys);
  }

  /** Presses keys where the focus is. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Sends a command of the Chrome DevTools Protocol to the tab in front. */
  public Map<String, Object> devTools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  private void watch() {
    devTools("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Recorder.source()));
  }

  // --- ending

  /** The process of the browser itself. */
  public ProcessHandle process() {
    Number pid = (Number) driver.getCapabilities().getCapability("goog:processID");
    return ProcessHandle.of(Objects.requireNonNull(pid).longValue()).orElseThrow();
  }

  /** Ends it with signal 9, as a crash would. */
  public void crash() {
    signal("-KILL");
  }

  /** Stops all of it with signal 19: its sockets stay open, and nobody is behind them. */
  public void freeze() {
    signal("-STOP");
  }

  /** Lets one go on that was stopped, as a computer that wakes from sleep. */
  public void thaw() {
    signal("-CONT");
    dead = false;
  }

  /** Lets the portal tell of things on the desktop, as its owner would when asked. */
  public void allowNotifications() {
    devTools(
        "Browser.grantPermissions",
        Map.of("origin", baseUrl, "permissions", List.of("notifications")));
  }

  /** Takes an element with the mouse and lets it go that many pixels farther. */
  public void drag(String css, int right, int down) {
    new Actions(driver)
        .dragAndDropBy(driver.findElement(By.cssSelector(css)), right, down)
        .perform();
  }

  private void signal(String signal) {
    dead = true;
    List<String> command = new ArrayList<>(List.of("kill", signal));
    List<ProcessHandle> children = process().descendants().toList();
    command.add(String.valueOf(process().pid()));
    children.forEach(child -> command.add(String.valueOf(child.pid())));
    try {
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the page wrote to the console since the last look. */
  public List<LogEntry> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll();
  }

  /** Keeps a picture and the console beside the reports, for finding out what went wrong. */
  public void keepEvidence(String name) {
    if (dead) {
      return;
    }
    Path folder = Path.of(System.getProperty("parley.evidence", "target/screenshots"));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
      StringBuilder story = new StringBuilder(driver.getCurrentUrl()).append('\n');
      console().forEach(entry -> story.append(entry).append('\n'));
      story.append(js(REQUESTS)).append('\n');
      story.append(js("return window.__flows ? JSON.stringify(window.__flows.moments) : ''"));
      Files.writeString(folder.resolve(name + ".log"), story);
    } catch (IOException | WebDriverException e) {
      System.err.println("No evidence of " + name + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      if (dead) {
        // One that was only stopped would let the driver wait for an answer.
        process().descendants().forEach(ProcessHandle::destroyForcibly);
        process().destroyForcibly();
      }
    } catch (NoSuchElementException e) {
      // It has ended already.
    }
    try {
      driver.quit();
    } catch (WebDriverException e) {
      // The driver ends with its browser, in whichever order.
    } finally {
      profile.close();
    }
  }
}
