package org.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ScriptTextsTest {
  @Test
  void onlyWordsForScriptsAreHandedToThem() {
    Properties messages = new Properties();
    messages.setProperty("js.time.now", "now");
    messages.setProperty("account.password", "Password");

    assertThat(ScriptTexts.json(messages)).isEqualTo("{\"time.now\":\"now\"}");
  }

  @Test
  void aTextCannotEndTheElementAroundIt() {
    Properties messages = new Properties();
    messages.setProperty("js.a", "</script><b>");

    assertThat(ScriptTexts.json(messages)).doesNotContain("<");
  }
}
