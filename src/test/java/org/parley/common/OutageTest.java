package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void aConnectionThatCannotBeHadIsAnOutageHoweverDeepItLies() {
    assertThat(
            Outage.isOne(
                new IllegalStateException(
                    new RuntimeException(new SQLTransientConnectionException("no connection")))))
        .isTrue();
    assertThat(Outage.isOne(new RuntimeException(new SQLException("link lost", "08S01")))).isTrue();
  }

  @Test
  void aFaultOfOursIsNone() {
    assertThat(Outage.isOne(new SQLException("syntax", "42000"))).isFalse();
    assertThat(Outage.isOne(new SQLException("no state"))).isFalse();
    assertThat(Outage.isOne(new NullPointerException())).isFalse();
  }
}
