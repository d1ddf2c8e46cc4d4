package org.parley.flows.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.flows.browser.Browser;
import org.parley.flows.browser.Devices;

/**
 * Brings people to their browsers. Somebody's usual browser is kept from one flow of a class to the
 * next, signed in and idle; every other browser ends with its flow. After a flow that failed, all
 * of them are ended, each with a picture and its console kept.
 */
public final class People implements AfterEachCallback, AfterAllCallback {
  private final Demo demo = Demo.load();
  private final Map<String, Person> usual = new HashMap<>();
  private final List<Browser> others = new ArrayList<>();
  private final Map<String, List<Browser>> owners = new HashMap<>();
  private final List<Browser> evidence = new ArrayList<>();

  /** The running copy's people and addresses. */
  public Demo demo() {
    return demo;
  }

  /** A demo person at home in their usual browser: signed in, the phone ready, nothing going on. */
  public Person at(String username) {
    Person person = usual.get(username);
    if (person == null) {
      person = new Person(demo.account(username), browser(Devices.ALLOWED));
      usual.put(username, person);
      return person.signIn();
    }
    person.phone().endEveryCall();
    person.browser().open("/");
    person.awaitReady();
    return person;
  }

  /** A demo person in one more browser, signed in and ready, which ends with the flow. */
  public Person open(String username) {
    return open(demo.account(username));
  }

  /** Anybody with an account, in a browser that ends with the flow. */
  public Person open(Account account) {
    return open(account, Devices.ALLOWED);
  }

  /** Anybody with an account, in a browser that treats devices as told, and ends with the flow. */
  public Person open(Account account, Devices devices) {
    Browser browser = stranger(devices);
    owners.computeIfAbsent(account.username(), name -> new ArrayList<>()).add(browser);
    return new Person(account, browser).signIn();
  }

  /** A browser where nobody is signed in; it ends with the flow. */
  public Browser stranger() {
    return stranger(Devices.ALLOWED);
  }

  /** Closes the usual browser of somebody who is to be away. */
  public void sendHome(String username) {
    Person person = usual.remove(username);
    if (person != null) {
      person.browser().close();
    }
  }

  /** Closes every browser that somebody has open for this flow. */
  public void goHome(Account account) {
    List<Browser> theirs = owners.getOrDefault(account.username(), List.of());
    theirs.forEach(Browser::close);
    others.removeAll(theirs);
    evidence.removeAll(theirs);
    owners.remove(account.username());
  }

  private Browser stranger(Devices devices) {
    Browser browser = browser(devices);
    others.add(browser);
    return browser;
  }

  private Browser browser(Devices devices) {
    Browser browser = new Browser(demo.baseUrl(), devices);
    evidence.add(browser);
    return browser;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      String flow =
          context.getRequiredTestClass().getSimpleName()
              + "-"
              + context.getRequiredTestMethod().getName();
      int number = 0;
      for (Browser browser : evidence) {
        browser.keepEvidence(flow + "-" + ++number);
      }
      endAll();
    }
    others.forEach(Browser::close);
    evidence.removeAll(others);
    others.clear();
    owners.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    endAll();
  }

  private void endAll() {
    usual.values().forEach(person -> person.browser().close());
    evidence.removeAll(usual.values().stream().map(Person::browser).toList());
    usual.clear();
  }
}
