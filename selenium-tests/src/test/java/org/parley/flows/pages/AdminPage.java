package org.parley.flows.pages;

import static org.parley.flows.browser.Patience.await;

import org.parley.flows.browser.Browser;

/** What an administrator does with people and looks up in the log. */
public final class AdminPage {
  private final Browser browser;

  /** Administration as {@code browser} shows it. */
  public AdminPage(Browser browser) {
    this.browser = browser;
  }

  /** Goes there by the rail, and waits until people are listed. */
  public AdminPage open() {
    browser.click("[data-testid=rail-admin]");
    awaitPage("admin-people");
    return this;
  }

  private void awaitPage(String page) {
    await("the page " + page).until(() -> page.equals(browser.attribute("#main", "data-page")));
  }

  /** Looks for people; the words are those of the list's first line, or of the empty place. */
  public String find(String question) {
    browser.js("document.querySelector('#main').dataset.old = ''");
    browser.type("#main input[name=q]", question);
    browser.click("[data-testid=people-search]");
    awaitNew();
    return browser.text("#main section.panel");
  }

  private void awaitNew() {
    await("a new page").until(() -> browser.attribute("#main[data-old]", "data-page").isEmpty());
  }

  /** Opens the page of one person. */
  public AdminPage person(String username) {
    browser.open("/admin/people/" + username);
    awaitPage("admin-person");
    return this;
  }

  /** Makes an account; by invitation, or else with a password that is shown. */
  public AdminPage make(String name, String username, String email, boolean byInvitation) {
    browser.click("[data-testid=people-new]");
    awaitPage("admin-person");
    browser.type("#main input[name=name]", name);
    browser.type("#main input[name=username]", username);
    browser.type("#main input[name=email]", email);
    browser.click("#main input[name=how][value=" + (byInvitation ? "invite" : "password") + "]");
    browser.click("[data-testid=person-make]");
    return this;
  }

  /** The password that is shown once. */
  public String password() {
    await("a password").until(() -> browser.shows("[data-testid=person-password]"));
    return browser.text("[data-testid=person-password]");
  }

  /** Presses the button of an act and waits for the word that it is done, or why it is not. */
  public String act(String act) {
    browser.js("document.querySelector('#main').dataset.old = ''");
    browser.click("[data-testid=person-" + act + "]");
    awaitNew();
    return browser.text("#main .alert");
  }

  /** Closes the account for good, and waits for the list in which it is no more. */
  public void delete() {
    browser.click("#main details.p-danger summary");
    browser.click("[data-testid=person-delete]");
    awaitPage("admin-people");
  }

  /** Chooses a role. */
  public String giveRole(String role) {
    browser.js("document.querySelector('#main select[name=role]').value = arguments[0]", role);
    return act("role");
  }

  /** The person's status: {@code active}, {@code disabled} … */
  public String status() {
    await("the person's status").until(() -> browser.shows("[data-testid=person-status]"));
    return browser.attribute("[data-testid=person-status]", "data-status");
  }

  /** Writes a table of people to invite and looks at its preview. */
  public AdminPage preview(String csv) {
    browser.open("/admin/people/import");
    browser.type("#main textarea[name=csv]", csv);
    browser.click("[data-testid=import-preview]");
    await("the preview").until(() -> browser.shows("[data-testid=import-lines]"));
    return this;
  }

  /** What the preview says of a line of the table. */
  public String lineOfPreview(int line) {
    return browser.text("[data-testid=import-line][data-line='" + line + "']");
  }

  /** Invites those whose lines are right. */
  public String inviteAll() {
    browser.click("[data-testid=import-send]");
    await("word that they are invited").until(() -> browser.shows("[data-testid=saved]"));
    return browser.text("[data-testid=saved]");
  }

  /** Looks into the log for what was done with somebody; all lines as text. */
  public String logOf(String subject) {
    browser.open("/admin/audit");
    browser.type("#main input[name=subject]", subject);
    browser.click("[data-testid=audit-search]");
    await("lines of " + subject)
        .until(() -> browser.text("[data-testid=audit-lines]").contains(subject));
    return browser.text("[data-testid=audit-lines]");
  }
}
