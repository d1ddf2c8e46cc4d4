package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CsvTest {
  @Test
  void cellsAreQuoted() {
    assertThat(Csv.line("a", "say \"so\", twice", 3))
        .isEqualTo("\"a\",\"say \"\"so\"\", twice\",\"3\"\r\n");
  }

  @Test
  void noCellIsAFormula() {
    for (String formula : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd"}) {
      assertThat(Csv.line(formula)).startsWith("\"'");
    }
  }
}
