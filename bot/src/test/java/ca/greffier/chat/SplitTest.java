package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
  @Test
  void a_short_text_is_one_message() {
    assertThat(Split.at(20, "Un.\n\nDeux.")).containsExactly("Un.\n\nDeux.");
    assertThat(Split.at(20, "")).isEmpty();
  }

  @Test
  void paragraphs_are_kept_whole() {
    assertThat(Split.at(20, "Un deux trois.\n\nQuatre cinq."))
        .containsExactly("Un deux trois.", "Quatre cinq.");
  }

  @Test
  void a_long_paragraph_is_cut_between_lines_then_words() {
    assertThat(Split.at(10, "un\ndeux\ntrois")).containsExactly("un\ndeux", "trois");
    assertThat(Split.at(10, "un deux trois")).containsExactly("un deux", "trois");
  }

  @Test
  void a_word_without_end_is_cut_but_never_inside_a_character() {
    assertThat(Split.at(5, "🟢🟢🟢")).containsExactly("🟢🟢", "🟢");
  }

  @Test
  void a_code_block_is_never_left_open() {
    List<String> parts =
        Split.at(24, "Avant.\n\n```java\nun;\n\ndeux;\ntrois;\nquatre;\n```\nAprès.");
    assertThat(parts)
        .containsExactly(
            "Avant.",
            "```java\nun;\n\ndeux;\n```",
            "```java\ntrois;\n```",
            "```java\nquatre;\n```",
            "Après.");
  }

  @Test
  void a_code_block_that_nobody_closed_is_closed() {
    assertThat(Split.at(13, "```\nun\ndeux\ntrois"))
        .containsExactly("```\nun\n```", "```\ndeux\n```", "```\ntrois\n```");
  }

  @Test
  void a_code_block_that_fits_stays_whole() {
    String block = "```\nun\n\ndeux\n```";
    assertThat(Split.at(20, "Un paragraphe.\n\n" + block)).containsExactly("Un paragraphe.", block);
  }

  @Test
  void nothing_is_lost_and_nothing_is_too_long() {
    String text = "Une phrase assez courte. ".repeat(400);
    List<String> parts = Split.at(2000, text);
    assertThat(parts).allMatch(part -> part.length() <= 2000);
    assertThat(String.join(" ", parts)).isEqualToIgnoringWhitespace(text);
  }
}
