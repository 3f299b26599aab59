package ca.greffier.web;

import ca.greffier.command.Reply;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.web.Form.Shown;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A reply as the template draws it: in one language, block after block. */
final class Blocks {
  private final Messages messages;
  private final Language language;

  Blocks(Messages messages, Language language) {
    this.messages = messages;
    this.language = language;
  }

  /** A part of the page; {@code kind} is the name under which the template knows it. */
  sealed interface Block {
    String kind();
  }

  record Sentence(String kind, String text) implements Block {}

  record Grid(String kind, String title, List<Cell> heads, List<List<Cell>> rows)
      implements Block {}

  /**
   * @param number true when it is set at the right
   */
  record Cell(String text, boolean number) {}

  record Sheet(String kind, String title, List<Shown> fields) implements Block {}

  /**
   * @param link the whole file as a {@code data:} address, since nothing is kept to fetch later
   */
  record Download(String kind, String name, String description, String link, boolean picture)
      implements Block {}

  List<Block> of(Reply reply) {
    return parts(reply).toList();
  }

  private Stream<Block> parts(Reply reply) {
    return switch (reply) {
      case Reply.Said said -> Stream.of(sentence(said.key(), said.arguments()));
      case Reply.Table table -> Stream.of(grid(table));
      case Reply.Card card -> Stream.of(sheet(card));
      case Reply.Document document -> Stream.of(download(document));
      case Reply.Blanks blanks -> Stream.of(missing(blanks));
      case Reply.Together together -> together.parts().stream().flatMap(this::parts);
    };
  }

  private Block sentence(String key, List<Object> arguments) {
    return new Sentence("sentence", say(key, arguments));
  }

  private Block grid(Reply.Table table) {
    return new Grid(
        "grid",
        say(table.title(), table.arguments()),
        heads(table),
        table.rows().stream().map(row -> row.stream().map(this::cell).toList()).toList());
  }

  /** A head stands over its column as the first row does. */
  private List<Cell> heads(Reply.Table table) {
    List<Object> first = table.rows().isEmpty() ? List.of() : table.rows().getFirst();
    return IntStream.range(0, table.heads().size())
        .mapToObj(
            i ->
                new Cell(
                    messages.say(language, table.heads().get(i)),
                    i < first.size() && isNumber(first.get(i))))
        .toList();
  }

  private Cell cell(Object value) {
    return new Cell(messages.word(language, value), isNumber(value));
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Money || value instanceof Percent;
  }

  private Block sheet(Reply.Card card) {
    return new Sheet(
        "sheet",
        say(card.title(), card.arguments()),
        card.fields().stream()
            .map(
                field ->
                    new Shown(
                        messages.say(language, field.label()),
                        messages.word(language, field.value())))
            .toList());
  }

  private Block download(Reply.Document document) {
    String type = document.mediaType();
    return new Download(
        "download",
        document.name(),
        say(document.description(), document.arguments()),
        "data:" + type + ";base64," + Base64.getEncoder().encodeToString(document.bytes()),
        type.equals("image/png") || type.equals("image/jpeg"));
  }

  private Block missing(Reply.Blanks blanks) {
    List<String> labels =
        blanks.missing().stream()
            .map(param -> messages.say(language, "param." + param.name() + ".label"))
            .toList();
    return sentence("web.reply.missing", List.of(labels));
  }

  private String say(String key, List<Object> arguments) {
    return messages.say(language, key, arguments.toArray());
  }
}
