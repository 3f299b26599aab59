package ca.greffier.command;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedTest {
  private final Kinds kinds =
      new Kinds(Messages.load(ZoneId.of("America/Toronto")), InstantSource.fixed(Instant.EPOCH));
  private final Param<Boolean> answer = Param.optional("ouinon", kinds.yesNo());

  @ParameterizedTest
  @CsvSource({
    "oui, REQUIRED",
    "Oui, REQUIRED",
    "yes, REQUIRED",
    "non, UNASKED",
    "bof, UNASKED",
    "'', UNASKED"
  })
  void a_question_follows_from_one_answer_only(String typed, Need.Now now) {
    Param<String> why = Param.needed("raison", kinds.text(9), Need.when(answer, true));
    assertThat(why.need().after(Map.of("ouinon", typed))).isEqualTo(now);
    assertThat(why.isAsked(Map.of("ouinon", typed))).isEqualTo(now == Need.Now.REQUIRED);
    assertThat(why.required()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"oui, false", "' ', true"})
  void words_are_needed_unless_something_else_is_said(String typed, boolean needed) {
    Param<String> words = Param.needed("texte", kinds.text(9), Need.unless(answer));
    assertThat(words.isNeeded(Map.of("ouinon", typed))).isEqualTo(needed);
    assertThat(words.isAsked(Map.of("ouinon", typed))).isTrue();
  }
}
