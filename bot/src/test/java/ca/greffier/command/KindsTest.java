package ca.greffier.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
  /** Still the evening of February 18 in Montréal. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-02-19T03:00:00Z"));

  private static final Messages MESSAGES = Messages.load(ZoneId.of("America/Toronto"));
  private static final Kinds KINDS = new Kinds(MESSAGES, CLOCK);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            KINDS.text(80),
            "  Atelier\u00a0: les\r\nBcc: tous\u0000 ",
            "Atelier\u00a0: les Bcc: tous"),
        Arguments.of(KINDS.text(3), "😀😀😀", "😀😀😀"),
        Arguments.of(KINDS.text(80), "e\u0301te\u0301", "été"),
        Arguments.of(KINDS.text(80), "fac\u202eture.exe", "facture.exe"),
        Arguments.of(KINDS.text(80), "a\ud800b", "ab"),
        Arguments.of(KINDS.longText(80), "un\r\ndeux\u0007\rtrois\n\n", "un\ndeux\ntrois"),
        Arguments.of(KINDS.wholeNumber(0, 20000), "12 000", 12000),
        Arguments.of(KINDS.wholeNumber(-5, 5), "-5", -5),
        Arguments.of(KINDS.date(), "demain", LocalDate.of(2026, 2, 19)),
        Arguments.of(KINDS.time(), "9 h", LocalTime.of(9, 0)),
        Arguments.of(KINDS.money(), "-1 234,56 $", new Money(-123456)),
        Arguments.of(KINDS.money(), "1234567,80", new Money(123456780)),
        Arguments.of(KINDS.duration(), "1h30", Duration.ofMinutes(90)),
        Arguments.of(
            KINDS.emailAddress(), " Zoe.O'Neil+cd@Exemple.ORG ", "zoe.o'neil+cd@exemple.org"),
        Arguments.of(KINDS.yesNo(), "OUI", true),
        Arguments.of(KINDS.yesNo(), "no", false),
        Arguments.of(KINDS.secretCode(), "ab3d-ef 9", "AB3DEF9"));
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void a_value_is_read_and_reads_back_what_it_writes(Kind<T> kind, String typed, T value) {
    T read = kind.parse(typed);
    assertThat(read).isEqualTo(value);
    assertThat(kind.parse(kind.write(read))).isEqualTo(value);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(KINDS.text(80), " \u0000\n", "refusal.text.empty"),
        Arguments.of(KINDS.text(3), "abcd", "refusal.text.long"),
        Arguments.of(KINDS.longText(3), "a\nbc", "refusal.text.long"),
        Arguments.of(KINDS.wholeNumber(1, 10), "11", "refusal.number"),
        Arguments.of(KINDS.wholeNumber(1, 10), "9999999999", "refusal.number"),
        Arguments.of(KINDS.wholeNumber(1, 10), "1,5", "refusal.number"),
        Arguments.of(KINDS.date(), "03/04/2026", "refusal.date.ambiguous"),
        Arguments.of(KINDS.time(), "25 h", "refusal.time"),
        Arguments.of(KINDS.money(), "beaucoup", "refusal.money"),
        Arguments.of(KINDS.duration(), "0 min", "refusal.duration"),
        Arguments.of(KINDS.duration(), "-1 h", "refusal.duration"),
        Arguments.of(KINDS.duration(), "99999 min", "refusal.duration"),
        Arguments.of(KINDS.yesNo(), "peut-être", "refusal.choice"),
        Arguments.of(KINDS.secretCode(), "a", "refusal.code"),
        Arguments.of(KINDS.file(10, "pdf"), "un texte", "refusal.file.needed"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_does_not_fit_is_refused_in_both_languages(Kind<?> kind, String typed, String key) {
    Refusal refusal = refusal(() -> kind.parse(typed));
    assertThat(refusal.key()).isEqualTo(key);
    for (Language language : Language.values())
      assertThat(MESSAGES.say(language, key, refusal.arguments().toArray())).doesNotContain("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zoé@exemple.org",
        "zoe@exémple.org",
        "\"a b\"@exemple.org",
        "zoe@localhost",
        "zoe@[127.0.0.1]",
        "zoe@exemple.org\r\nBcc: x@exemple.org",
        "Zoe <zoe@exemple.org>",
        "zoe(moi)@exemple.org",
        "zoe@127.0.0.1",
        "zoe..a@exemple.org",
        "a@b@exemple.org",
        "zoe @exemple.org"
      })
  void an_address_that_a_server_may_not_take_is_refused(String typed) {
    assertThat(refusal(() -> KINDS.emailAddress().parse(typed)).key()).isEqualTo("refusal.address");
  }

  @Test
  void a_refused_text_is_quoted_short_and_on_one_line() {
    Refusal refusal = refusal(() -> KINDS.date().parse("x\n".repeat(500)));
    assertThat(refusal.arguments().getFirst().toString()).hasSizeLessThan(70).doesNotContain("\n");
  }

  @Test
  void a_choice_is_shown_by_its_labels_and_refused_with_them() {
    Kind<Boolean> yesNo = KINDS.yesNo();
    assertThat(yesNo.shape()).isEqualTo(Shape.CHOICE);
    assertThat(yesNo.choices())
        .containsExactly(
            new Choice("oui", "choice.ouinon.oui"), new Choice("non", "choice.ouinon.non"));
    Refusal refusal = refusal(() -> yesNo.parse("bof"));
    assertThat(MESSAGES.say(Language.FRENCH, refusal.key(), refusal.arguments().toArray()))
        .isEqualTo("«\u00a0bof\u00a0» n’est pas dans la liste. Choix possibles\u00a0: Oui, Non.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oui", " Oui ", "yes", "Y", "d'accord", "D’ACCORD"})
  void a_choice_takes_labels_of_both_languages_and_synonyms(String typed) {
    assertThat(KINDS.yesNo().parse(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "60%", "60 %", "60\u00a0%"})
  void a_percentage_is_read_with_its_sign_or_without(String typed) {
    assertThat(KINDS.percent().parse(typed)).isEqualTo(60);
  }

  @Test
  void a_choice_without_label_cannot_be_made() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KINDS.choice("ouinon", Map.of("jamais", 1)))
        .withMessageContaining("choice.ouinon.jamais");
  }

  @Test
  void a_secret_is_said_to_be_one() {
    assertThat(KINDS.secretCode().secret()).isTrue();
    assertThat(KINDS.text(5).secret()).isFalse();
  }

  @Test
  void a_file_is_read_under_its_last_name() {
    byte[] csv = "nom;courriel\n".getBytes(StandardCharsets.UTF_8);
    Attachment read =
        KINDS.file(100, "csv", "pdf").read(new Attachment("..\\..\\etc/Person\u0000nes.CSV", csv));
    assertThat(read.name()).isEqualTo("Personnes.CSV");
    assertThat(read.bytes()).isEqualTo(csv);
  }

  static Stream<Arguments> files() {
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        Arguments.of("a.exe", pdf, "refusal.file.extension"),
        Arguments.of("pdf", new byte[0], "refusal.file.empty"),
        Arguments.of("a.pdf", new byte[101], "refusal.file.large"),
        Arguments.of("a.pdf", "<html>".getBytes(StandardCharsets.US_ASCII), "refusal.file.content"),
        Arguments.of("a.csv", new byte[] {'a', 0, 'b'}, "refusal.file.content"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_that_does_not_fit_is_refused(String name, byte[] bytes, String key) {
    Kind<Attachment> kind = KINDS.file(100, "csv", "pdf");
    assertThat(refusal(() -> kind.read(new Attachment(name, bytes))).key()).isEqualTo(key);
  }

  @Test
  void only_a_file_parameter_takes_a_file() {
    Attachment file = new Attachment("a.csv", new byte[] {1});
    for (Kind<?> kind : List.of(KINDS.text(5), KINDS.yesNo()))
      assertThat(refusal(() -> kind.read(file)).key()).isEqualTo("refusal.file.unexpected");
  }

  private static Refusal refusal(Runnable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act::run);
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
