package org.parley.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final Totp totp = new Totp();

  // RFC 6238 appendix B, its eight digits cut to six.
  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
  void codesAreThoseOfTheStandard(long time, String code) {
    assertThat(totp.code(SECRET, Instant.ofEpochSecond(time))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
  void aClockMayBeOneStepOff(long off, boolean taken) {
    Instant now = Instant.ofEpochSecond(1_111_111_109);
    String code = totp.code(SECRET, now.plusSeconds(off));
    assertThat(totp.step(SECRET, code, now).isPresent()).isEqualTo(taken);
  }

  @Test
  void whatIsNoCodeIsOfNoStep() {
    Instant now = Instant.ofEpochSecond(59);
    for (String text : new String[] {"", "28708", "2870822", "abcdef", "２８７０８２"}) {
      assertThat(totp.step(SECRET, text, now)).isEqualTo(OptionalLong.empty());
    }
  }

  @Test
  void secretsAreWrittenInBase32() {
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
  }
}
