package org.parley.flows.people;

/**
 * What somebody signs in with, and the name that others see.
 *
 * @param username the sign-in name, which is also the user part of the address
 * @param password the password
 * @param name the display name
 */
public record Account(String username, String password, String name) {
  @Override
  public String toString() {
    return username;
  }
}
