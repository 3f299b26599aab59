package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTest {
  @ParameterizedTest
  @CsvSource({
    "Livrable, Livrable",
    "*gras*, \\*gras\\*",
    "a_b~c`d|e, a\\_b\\~c\\`d\\|e",
    "[lien](x), \\[lien\\](x)",
    "<@12> <t:1>, \\<@12> \\<t:1>",
    "# titre, \\# titre",
    "no # 3, no # 3",
    "> cité, \\> cité",
    "-5, \\-5",
    "a\\b, a\\\\b",
    "voir https://e.org/a_b*c ou *d*, voir https://e.org/a_b*c ou \\*d\\*",
  })
  void data_shows_as_it_is(String data, String markdown) {
    assertThat(Escaped.markdown(data)).isEqualTo(markdown);
  }

  @Test
  void typed_values_stay_what_they_are() {
    Phrase phrase = Phrase.of("cle", "*");
    assertThat(Escaped.all(List.of("*", 3, phrase, Optional.of("_"), List.of("#"))))
        .containsExactly("\\*", 3, Phrase.of("cle", "\\*"), Optional.of("\\_"), List.of("\\#"));
  }
}
