package ca.greffier.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Refusal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write of three dates: Y, M (if need be) or N for each. */
class VoteWordsTest {
  private final VoteWords words = new VoteWords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 oui, 2 au besoin, 3 non      | YMN
          1: oui ; 2 : non               | YNN
          1 et 3                         | YNY
          La 2.                          | NYN
          3                              | NNY
          oui, non, peut-être            | YNM
          oui non au besoin              | YNM
          1 oui 2 non                    | REFUSED
          Toutes me conviennent          | YYY
          tous                           | YYY
          aucune                         | NNN
          1 yes, 2 if needed, 3 no       | YMN
          all                            | YYY
          none                           | NNN
          1 oui, 1 non                   | NNN
          """)
  void are_understood(String typed, String expected) {
    if (expected.equals("REFUSED")) {
      assertThatThrownBy(() -> words.parse(typed)).isInstanceOf(Refusal.class);
      return;
    }
    VoteWords.Votes votes = words.parse(typed);
    assertThat(letters(votes)).isEqualTo(expected);
    assertThat(letters(words.parse(words.write(votes)))).as("as written").isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "je ne sais pas encore", "1 bof", "0", "le 20 mars"})
  void are_refused_when_they_say_nothing_of_a_date(String typed) {
    assertThatThrownBy(() -> words.parse(typed))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo("poll.words"));
  }

  private static String letters(VoteWords.Votes votes) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(
            number ->
                switch (votes.of(number)) {
                  case YES -> "Y";
                  case IF_NEEDED -> "M";
                  case NO -> "N";
                })
        .collect(Collectors.joining());
  }
}
