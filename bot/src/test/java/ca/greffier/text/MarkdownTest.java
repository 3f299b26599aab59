package ca.greffier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void a_picture_that_comes_along_is_shown_and_its_words_stand_for_it_in_text() {
    Markdown text = Markdown.of("# Budget\n\n![Deux postes dépassent](cid:budget.png@greffier)\n");
    assertThat(Jsoup.parse(text.html()).select("img"))
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.attr("src")).isEqualTo("cid:budget.png@greffier");
              assertThat(picture.attr("alt")).isEqualTo("Deux postes dépassent");
            });
    assertThat(text.text(": ")).contains("\nDeux postes dépassent\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pistage.example/p.png",
        "//pistage.example/p.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "p.png",
        "cid:a b",
        "javascript:alert(1)",
      })
  void no_other_picture_is(String source) {
    String html = Markdown.of("![Une photo](<" + source + ">)\n").html();
    assertThat(html).doesNotContain("src=").doesNotContain("pistage");
  }

  @Test
  void a_picture_that_does_not_come_along_is_its_words() {
    Markdown text =
        Markdown.of("Voyez ![la *carte*](https://exemple.ca/c.png), [ici](https://a.ca).");
    assertThat(text.html()).contains("Voyez la <em>carte</em>,").doesNotContain("<img");
    assertThat(Markdown.of("![Logo](cid:logo)").html()).contains("<img", "alt=\"Logo\"");
  }
}
