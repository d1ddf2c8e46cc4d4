package org.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeenTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant EARLIER = NOON.minusSeconds(600);
  private static final Instant LATER = NOON.plusSeconds(600);

  private static Known known(Word fact, Instant since, Own own) {
    return new Known(1, "bob", true, fact, since, Known.Core.ALIVE, own, null);
  }

  private static Own chose(Choice choice, Instant since, @Nullable Instant until) {
    return new Own(choice, since, until, Audience.EVERYONE, 5);
  }

  @ParameterizedTest(name = "{0} and {1} is {2}")
  @CsvSource({
    "AVAILABLE, AVAILABLE, AVAILABLE",
    "AWAY,      AVAILABLE, AWAY",
    "IN_CALL,   AVAILABLE, IN_CALL",
    "CONFERENCE,AVAILABLE, CONFERENCE",
    "AVAILABLE, BUSY,      BUSY",
    "AWAY,      BUSY,      BUSY",
    "IN_CALL,   BUSY,      IN_CALL",
    "CONFERENCE,AWAY,      CONFERENCE",
    "IN_CALL,   DND,       DND",
    "AVAILABLE, INVISIBLE, OFFLINE",
    "IN_CALL,   INVISIBLE, OFFLINE",
    "OFFLINE,   BUSY,      OFFLINE",
    "OFFLINE,   DND,       OFFLINE",
  })
  void whatOthersSeeComesOfWhatIsAndWhatWasChosen(Word fact, Choice choice, Word seen) {
    assertThat(Seen.byOthers(known(fact, EARLIER, chose(choice, EARLIER, null)), NOON).word())
        .isEqualTo(seen);
  }

  @Test
  void onlyThePersonKnowsThatTheyAreInvisible() {
    Known known = known(Word.AVAILABLE, EARLIER, chose(Choice.INVISIBLE, EARLIER, null));
    assertThat(Seen.byOneself(known, NOON).word()).isEqualTo(Word.INVISIBLE);
    assertThat(Seen.byOthers(known, NOON).word()).isEqualTo(Word.OFFLINE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Word.class,
      names = {"AVAILABLE", "IN_CALL", "AWAY", "OFFLINE"})
  void comingAndGoingWhileInvisibleDoesNotShowInWhenSomebodyWasLastThere(Word fact) {
    Known known = known(fact, NOON, chose(Choice.INVISIBLE, EARLIER, null));
    assertThat(Seen.byOthers(known, LATER)).isEqualTo(new Seen(Word.OFFLINE, EARLIER, null));
  }

  @Test
  void whoLeftBeforeTheyChoseToBeInvisibleWasLastThereThen() {
    Known known = known(Word.OFFLINE, EARLIER, chose(Choice.INVISIBLE, NOON, null));
    assertThat(Seen.byOthers(known, LATER)).isEqualTo(new Seen(Word.OFFLINE, EARLIER, null));
  }

  @Test
  void aChoiceCountsUntilItsEnd() {
    Known known = known(Word.AVAILABLE, EARLIER, chose(Choice.DND, EARLIER, NOON));
    assertThat(Seen.byOthers(known, NOON.minusSeconds(1)).word()).isEqualTo(Word.DND);
    assertThat(Seen.byOthers(known, NOON).word()).isEqualTo(Word.AVAILABLE);
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void nobodyCanSayAnythingWhileTheCoreIsSilent(Choice choice) {
    Known known =
        new Known(
            1,
            "bob",
            true,
            Word.AVAILABLE,
            NOON,
            Known.Core.SILENT,
            chose(choice, EARLIER, null),
            null);
    assertThat(Seen.byOthers(known, NOON)).isEqualTo(Seen.UNKNOWN);
    assertThat(Seen.byStrangers(known)).isEqualTo(Seen.UNKNOWN);
    assertThat(Seen.byOneself(known, NOON)).isEqualTo(Seen.UNKNOWN);
  }

  @Test
  void strangersLearnNothing() {
    assertThat(Seen.byStrangers(known(Word.IN_CALL, NOON, Own.FIRST))).isEqualTo(Seen.OFFLINE);
  }

  @Test
  void whatADeadCoreSaidIsOver() {
    Known known = new Known(1, "bob", true, Word.IN_CALL, NOON, Known.Core.GONE, Own.FIRST, null);
    assertThat(Seen.byOthers(known, NOON)).isEqualTo(Seen.OFFLINE);
  }

  @Test
  void aNewerCoresWordIsNoLie() {
    assertThat(Word.of("dancing")).isEqualTo(Word.UNKNOWN);
    assertThat(Word.of("in-call")).isEqualTo(Word.IN_CALL);
  }
}
