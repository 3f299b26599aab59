package ca.greffier.console;

import ca.greffier.command.Choice;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Shape;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replies as lines of a given width, in the reader's language. */
final class Drawing {
  /** A sentence is not read well on longer lines; tables may be wider. */
  private static final int LONGEST_SENTENCE = 100;

  private final Messages messages;
  private final Language language;
  private final int width;
  private final Function<Reply.Document, Path> keep;

  /**
   * @param keep saves a document and says where
   */
  Drawing(Messages messages, Language language, int width, Function<Reply.Document, Path> keep) {
    this.messages = messages;
    this.language = language;
    this.width = width;
    this.keep = keep;
  }

  List<Line> draw(Reply reply) {
    return switch (reply) {
      case Reply.Said said -> sentence(said.key(), said.arguments());
      case Reply.Table table -> table(table);
      case Reply.Card card -> card(card);
      case Reply.Document document -> document(document);
      case Reply.Blanks blanks -> sentence("console.missing", List.of(labels(blanks)));
      case Reply.Together together -> together(together);
    };
  }

  List<Line> sentence(String key, List<Object> arguments) {
    return wrapped(say(key, arguments), false);
  }

  String say(String key, List<Object> arguments) {
    return Cells.clean(messages.say(language, key, arguments.toArray()));
  }

  private List<Line> wrapped(String text, boolean strong) {
    return Cells.wrap(text, Math.min(width, LONGEST_SENTENCE)).stream()
        .map(line -> new Line(line, strong))
        .toList();
  }

  private List<Line> document(Reply.Document document) {
    List<Line> lines = new ArrayList<>(sentence(document.description(), document.arguments()));
    lines.addAll(sentence("console.saved", List.of(keep.apply(document).toString())));
    return lines;
  }

  static List<Phrase> labels(Reply.Blanks blanks) {
    return blanks.missing().stream()
        .map(blank -> Phrase.of("param." + blank.name() + ".label"))
        .toList();
  }

  /** A question: what is asked, and the possible answers when there is a list. */
  List<Line> blank(Param<?> param) {
    String help = say("param." + param.name() + ".help", List.of());
    List<Line> lines = new ArrayList<>(wrapped(help, false));
    for (Choice choice : param.kind().choices()) {
      Object label = Phrase.of(choice.key());
      lines.addAll(sentence("console.choice.line", List.of(choice.value(), label)));
    }
    if (param.kind().shape() == Shape.LONG_TEXT)
      lines.addAll(sentence("console.long.text", List.of()));
    return lines;
  }

  private List<Line> together(Reply.Together together) {
    List<Line> lines = new ArrayList<>();
    for (Reply part : together.parts()) {
      if (!lines.isEmpty()) lines.add(Line.plain(""));
      lines.addAll(draw(part));
    }
    return lines;
  }

  private List<Line> table(Reply.Table table) {
    List<Line> lines = new ArrayList<>(wrapped(say(table.title(), table.arguments()), true));
    if (table.rows().isEmpty()) {
      lines.addAll(sentence("console.empty", List.of()));
      return lines;
    }
    List<String> heads = table.heads().stream().map(head -> say(head, List.of())).toList();
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(this::word).toList()).toList();
    Optional<Columns> columns = Columns.fit(heads, rows, toTheRight(table), width);
    if (columns.isPresent()) lines.addAll(columns.get().lines());
    else blocks(heads, rows, lines);
    return lines;
  }

  private void blocks(List<String> heads, List<List<String>> rows, List<Line> lines) {
    for (List<String> row : rows) {
      lines.add(Line.plain(""));
      for (int i = 0; i < heads.size(); i++) lines.addAll(field(heads.get(i), row.get(i)));
    }
  }

  private List<Line> card(Reply.Card card) {
    List<Line> lines = new ArrayList<>(wrapped(say(card.title(), card.arguments()), true));
    for (Reply.Field field : card.fields())
      lines.addAll(field(say(field.label(), List.of()), word(field.value())));
    return lines;
  }

  /** {@code label : value}; what does not fit stands under it, a little to the right. */
  private List<Line> field(String label, String value) {
    String whole = say("console.field", List.of(label, value));
    List<Line> lines = new ArrayList<>();
    for (String line : Cells.wrap(whole, Math.min(width, LONGEST_SENTENCE) - 2))
      lines.add(Line.plain(lines.isEmpty() ? line : "  " + line));
    return lines;
  }

  private String word(Object value) {
    return Cells.clean(messages.word(language, value));
  }

  private static boolean[] toTheRight(Reply.Table table) {
    boolean[] right = new boolean[table.heads().size()];
    for (int column = 0; column < right.length; column++) {
      right[column] = true;
      for (List<Object> row : table.rows()) right[column] &= isAmount(row.get(column));
    }
    return right;
  }

  private static boolean isAmount(Object value) {
    return switch (value) {
      case Number _ -> true;
      case Money _ -> true;
      case Percent _ -> true;
      case Optional<?> optional -> optional.isEmpty() || isAmount(optional.get());
      default -> false;
    };
  }
}
