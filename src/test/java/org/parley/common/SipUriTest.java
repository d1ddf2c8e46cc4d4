package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipUriTest {

  @Test
  void schemeAndCapitalsDoNotMatter() {
    assertThat(SipUri.parse(" SIP:Alice@Example.ORG "))
        .contains(new SipUri("alice", "example.org"));
    assertThat(SipUri.parse("alice@example.org").orElseThrow())
        .hasToString("sip:alice@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "alice", "@example.org", "a b@example.org", "alice@", "a@b@c", "a<@b.c"})
  void whatIsNoAddressIsNotTaken(String text) {
    assertThat(SipUri.parse(text)).isEmpty();
  }
}
