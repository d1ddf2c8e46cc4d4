package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void neverPrintsItself() {
    assertThat(new Secret("open sesame")).hasToString("[REDACTED]");
    assertThat("a " + new Secret("open sesame")).doesNotContain("sesame");
  }

  @Test
  void equalsByValue() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).isNotEqualTo(new Secret("b"));
  }
}
