package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PhonesTest {
  @Test
  void whatIsTypedAtHomeIsStoredForTheWorld() {
    assertThat(Phones.parse("030 / 90 18 20", "DE")).contains("+4930901820");
    assertThat(Phones.parse("+49 (0)30 901820", null)).contains("+4930901820");
  }

  @Test
  void whatIsNoNumberIsNone() {
    assertThat(Phones.parse("030 901820", null)).isEmpty();
    assertThat(Phones.parse("+49 1", null)).isEmpty();
    assertThat(Phones.parse("call me", "DE")).isEmpty();
  }

  @Test
  void aNumberIsShownAsTheReaderDialsIt() {
    assertThat(Phones.show("+4930901820", "DE")).isEqualTo("030 901820");
    assertThat(Phones.show("+4930901820", "AT")).isEqualTo("+49 30 901820");
  }
}
