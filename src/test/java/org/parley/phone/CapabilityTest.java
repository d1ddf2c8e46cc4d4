package org.parley.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.phone.Capability.AUDIO;
import static org.parley.phone.Capability.MESSAGE;
import static org.parley.phone.Capability.SCREEN;
import static org.parley.phone.Capability.VIDEO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityTest {
  private static final String ALLOW = "INVITE, ACK, BYE, CANCEL, OPTIONS";

  @Test
  void aPageOfThePortalTakesEverything() {
    assertThat(Capability.of(true, "", "")).containsExactly(Capability.values());
  }

  @Test
  void aDeviceThatSaysNothingOfItselfIsATelephone() {
    assertThat(Capability.of(false, ";expires=300", ALLOW)).containsExactly(AUDIO);
    assertThat(Capability.of(false, "", "")).containsExactly(AUDIO);
  }

  @Test
  void featureTagsCount() {
    assertThat(Capability.of(false, ";audio;video;expires=60", ALLOW))
        .containsExactlyInAnyOrder(AUDIO, VIDEO, SCREEN);
    assertThat(Capability.of(false, ";+sip.audio=\"TRUE\"; video", ALLOW))
        .containsExactlyInAnyOrder(AUDIO, VIDEO, SCREEN);
    assertThat(Capability.of(false, ";audio;video=\"FALSE\"", ALLOW)).containsExactly(AUDIO);
    assertThat(Capability.of(false, ";audiovisual;x-video-size=3", ALLOW)).containsExactly(AUDIO);
  }

  @Test
  void messagesAreTakenByWhoeverAllowsThem() {
    assertThat(Capability.of(false, ";audio", ALLOW + ", MESSAGE")).contains(MESSAGE);
    assertThat(Capability.of(false, ";audio;methods=\"INVITE,MESSAGE,BYE\"", "")).contains(MESSAGE);
    assertThat(Capability.of(false, ";audio;methods=\"INVITE,BYE\"", ALLOW))
        .doesNotContain(MESSAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "ws,  IM-client/OMA1.0 sipML5-v1.2016.03.04, BROWSER",
    "udp, Yealink SIP-T46U 108.86.0.20,          PHONE",
    "tcp, snomD785/10.1.159.12,                  PHONE",
    "tcp, Linphone/5.2 (belle-sip/5.3),          SOFTPHONE",
    "udp, '',                                    SOFTPHONE",
  })
  void whatADeviceIsComesOfHowItIsConnectedAndWhatItCallsItself(
      String transport, String agent, DeviceKind kind) {
    assertThat(DeviceKind.of(transport, agent)).isEqualTo(kind);
  }
}
