package ca.greffier.console;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Reply;
import ca.greffier.house.Snapshots;
import ca.greffier.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {
  private final Toys toys = new Toys();

  private List<String> draw(Reply reply, int width) {
    Drawing drawing =
        new Drawing(toys.messages, Language.FRENCH, width, document -> Path.of(document.name()));
    return drawing.draw(reply).stream().map(Line::text).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 120})
  void nothing_is_wider_than_the_terminal(int width) {
    Reply long_ =
        Reply.said(
            "toy.said", "GT-NUM", "anticonstitutionnellement".repeat(6) + " et 漢字漢字 ".repeat(20));
    for (Reply reply : List.of(Toys.table(), long_, card(), Toys.document())) {
      for (String line : draw(reply, width))
        assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(width);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {28, 40, 80, 120})
  void tables_and_cards_are_read_as_kept(int width) {
    String text =
        draw(Reply.together(Toys.table(), card()), width).stream()
            .collect(Collectors.joining("\n"));
    Snapshots.verify("console/reply_" + width + ".txt", text);
  }

  private static Reply card() {
    return new Reply.Card(
        "toy.table",
        List.of(1),
        List.of(
            new Reply.Field("toy.name", "Comité directeur"),
            new Reply.Field("toy.code", "Un texte qui ne tient pas sur une ligne étroite")));
  }

  @Test
  void an_empty_table_says_so() {
    Reply empty = new Reply.Table("toy.table", List.of(0), List.of("toy.code"), List.of());
    assertThat(draw(empty, 80)).containsExactly("0 rencontres", "Rien à montrer.");
  }

  @Test
  void data_cannot_drive_the_terminal() {
    String evil = "a\u001b]0;titre\u0007\u009b31m\u202eb\u0000c\rd";
    assertThat(draw(Reply.said("toy.said", "CD", evil), 80))
        .containsExactly("CD dit\u00a0: a]0;titre31mbc", "d");
  }

  @Test
  void text_is_measured_in_cells() {
    assertThat(Cells.width("été")).isEqualTo(3);
    assertThat(Cells.width("e\u0301te\u0301")).isEqualTo(3);
    assertThat(Cells.width("漢字")).isEqualTo(4);
    assertThat(Cells.width("👍🏽")).isEqualTo(2);
    assertThat(Cells.wrap("aaa bb c", 4)).containsExactly("aaa", "bb c");
    assertThat(Cells.wrap("漢字漢", 4)).containsExactly("漢字", "漢");
    assertThat(Cells.wrap("un\n\ndeux", 10)).containsExactly("un", "", "deux");
    assertThat(Cells.wrap("12\u00a0$ de plus", 5)).containsExactly("12\u00a0$", "de", "plus");
    assertThat(Cells.wrap("", 10)).containsExactly("");
  }
}
