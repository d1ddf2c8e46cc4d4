package org.parley.flows.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.flows.browser.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.openqa.selenium.support.ui.Select;
import org.parley.flows.browser.Browser;

/** The phone: what it says, and its buttons. */
public final class PhoneDock {
  private static final Pattern TIMER = Pattern.compile("\\b\\d{1,2}:\\d{2}\\b");

  private static final String NOTICE = "[data-testid=call-notice]";

  private final Browser browser;

  /** The phone as {@code browser} shows it. */
  public PhoneDock(Browser browser) {
    this.browser = browser;
  }

  /** The state that the document tells. */
  public String state() {
    return browser.attribute("html", "data-phone-state");
  }

  /** Waits for a state. */
  public void awaitState(String state) {
    await("the phone to be " + state).until(() -> state.equals(state()));
  }

  /** Waits at most {@code longest} for a state. */
  public void awaitState(String state, Duration longest) {
    await("the phone to be " + state, longest).until(() -> state.equals(state()));
  }

  /** Waits until it is in any other state than this. */
  public void awaitNotState(String state) {
    await("the phone not to be " + state).until(() -> !state.equals(state()));
  }

  /** The state of the call in words. */
  public String words() {
    return browser.text("[data-testid=call-status]");
  }

  /** Waits until the phone says something that contains {@code text}, wherever it does. */
  public void awaitSays(String text) {
    await("the phone to say '" + text + "'").until(() -> phone().contains(text));
  }

  /** What is told when a call is over; empty where nothing is. */
  public String notice() {
    return browser.text(NOTICE);
  }

  /** Waits until it is told that a call is over, in words that contain {@code text}. */
  public void awaitNotice(String text) {
    await("the notice '" + text + "'").untilAsserted(() -> assertThat(notice()).contains(text));
  }

  /** Whether the phone offers to write to somebody. */
  public boolean offersToWriteTo(String user) {
    return browser.shows(NOTICE + " [data-write='" + user + "']");
  }

  /** Waits until the time of the call is shown and goes on. */
  public void awaitRunningTimer() {
    await("a timer").until(() -> TIMER.matcher(phone()).find());
    String now = timer();
    await("the timer to run").until(() -> !timer().equals(now));
  }

  private String timer() {
    return String.join(" ", TIMER.matcher(phone()).results().map(found -> found.group()).toList());
  }

  private String phone() {
    return browser.text("#shell-dock") + " " + words();
  }

  // --- a call that comes in

  /** Waits until a call comes in. */
  public void awaitIncoming() {
    await("an incoming call").until(this::isIncoming);
  }

  /** Whether the card of an incoming call is shown. */
  public boolean isIncoming() {
    return browser.shows("[data-testid=call-incoming]");
  }

  /** What the card of the incoming call says. */
  public String incoming() {
    return browser.text("[data-testid=call-incoming]");
  }

  /** Answers with voice alone. */
  public void answer() {
    browser.click("[data-testid=call-answer]");
  }

  /** Answers with picture. */
  public void answerWithVideo() {
    browser.click("[data-testid=call-answer-video]");
  }

  /** Declines. */
  public void decline() {
    browser.click("[data-testid=call-decline]");
  }

  // --- a call that is on

  /** Hangs up, or gives up calling. */
  public void hangUp() {
    press("call-hangup");
  }

  /** Holds the call, or takes it up again. */
  public void hold() {
    press("call-hold");
  }

  /** Turns the microphone off, or on again. */
  public void mute() {
    press("call-mute");
  }

  /** Turns the camera off, or on again. */
  public void camera() {
    press("call-camera");
  }

  /** Whether a button that stays down is down. */
  public boolean isDown(String button) {
    return "true".equals(browser.attribute("[data-testid=" + button + "]", "aria-pressed"));
  }

  /** Whether the other's picture is there and has a size. */
  public boolean showsPicture() {
    return Boolean.TRUE.equals(
        browser.js(
            "return (document.querySelector('video[data-testid=remote-video],"
                + " [data-testid=remote-video] video')?.videoWidth ?? 0) > 0"));
  }

  /** Waits until every camera and microphone that was opened is closed again. */
  public void awaitReleased() {
    await("camera and microphone released").until(this::hasReleasedDevices);
  }

  /** Whether every camera and microphone that was opened is closed again. */
  public boolean hasReleasedDevices() {
    return Boolean.TRUE.equals(
        browser.js("return window.__flows.tracks.every(track => track.readyState === 'ended')"));
  }

  /** How many cameras and microphones were opened since the page was loaded. */
  public int devicesOpened() {
    return ((Number) browser.js("return window.__flows.tracks.length")).intValue();
  }

  /** Makes the call fill the screen, or leaves that. */
  public void fullScreen() {
    wake();
    browser.click("#call-full");
  }

  /** Whether the call fills the screen. */
  public boolean fillsTheScreen() {
    return Boolean.TRUE.equals(browser.js("return document.fullscreenElement?.id === 'call'"));
  }

  /** Drags the own picture and tells how far it went: to the right, and down. */
  public List<Long> dragOwnPicture(int right, int down) {
    List<Long> before = placeOfOwnPicture();
    browser.drag("[data-testid=local-video]", right, down);
    List<Long> after = placeOfOwnPicture();
    return List.of(after.get(0) - before.get(0), after.get(1) - before.get(1));
  }

  /** Whether the own picture lies on the stage with all its corners. */
  public boolean ownPictureIsOnTheStage() {
    return Boolean.TRUE.equals(
        browser.js(
            "const [own, stage] = ['call-self', 'call-stage'].map((id) =>"
                + " document.getElementById(id).getBoundingClientRect());"
                + " return own.left >= stage.left && own.top >= stage.top"
                + " && own.right <= stage.right && own.bottom <= stage.bottom"));
  }

  private List<Long> placeOfOwnPicture() {
    Object place =
        browser.js(
            "const { left, top } = document.getElementById('call-self').getBoundingClientRect();"
                + " return [Math.round(left), Math.round(top)]");
    return ((List<?>) place).stream().map(Number.class::cast).map(Number::longValue).toList();
  }

  /** Chooses the last of the loudspeakers offered and tells its identifier. */
  public String chooseLastLoudspeaker() {
    wake();
    browser.click("[data-testid=call-devices]");
    await("loudspeakers to choose from").until(() -> browser.count("#device-speaker option") > 2);
    new Select(browser.all("#device-speaker").get(0))
        .selectByIndex(browser.count("#device-speaker option") - 1);
    String chosen = browser.value("#device-speaker");
    browser.click("#call-sheet [data-sheet-close]");
    return chosen;
  }

  /** The loudspeaker that the other's voice comes from; empty for the system's own choice. */
  public String loudspeaker() {
    return String.valueOf(browser.js("return document.getElementById('call-audio').sinkId"));
  }

  /** Hangs up and declines until no call is left; the other side may be quicker. */
  public void endEveryCall() {
    await("a phone without calls")
        .until(
            () ->
                !browser.clickIfShown("[data-testid=call-hangup]")
                    && !browser.clickIfShown("[data-testid=call-decline]"));
  }

  private void press(String button) {
    wake();
    browser.click("[data-testid=" + button + "]");
  }

  // Controls over a picture fade; any move brings them back.
  private void wake() {
    browser.js(
        "document.querySelector('[data-testid=remote-video]')?.dispatchEvent("
            + "new PointerEvent('pointermove', { bubbles: true, clientX: 5, clientY: 5 }))");
  }
}
