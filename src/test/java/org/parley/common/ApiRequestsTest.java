package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiRequestsTest {

  @Test
  void scriptsAskBelowApiAndForEvents() {
    assertThat(ApiRequests.isOne("/api/people", "")).isTrue();
    assertThat(ApiRequests.isOne("/events", "")).isTrue();
    assertThat(ApiRequests.isOne("/talk/api/people", "/talk")).isTrue();
  }

  @Test
  void peopleAskForEverythingElse() {
    assertThat(ApiRequests.isOne("/apiary", "")).isFalse();
    assertThat(ApiRequests.isOne("/messages/api", "")).isFalse();
  }
}
