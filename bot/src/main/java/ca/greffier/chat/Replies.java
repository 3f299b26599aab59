package ca.greffier.chat;

import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Answers of the house as Discord messages: sentences, lists, cards and files that a screen reader
 * can read (domain.md A7). What would fill more than a few messages becomes a file.
 */
final class Replies {
  private static final int MOST_PAGES = 4;
  private static final int MOST_BYTES = 10 << 20;

  private final Messages messages;

  Replies(Messages messages) {
    this.messages = messages;
  }

  /** One message at least. */
  List<MessageCreateData> pages(Reply reply, Language language) {
    Pages pages = new Pages();
    add(reply, language, pages);
    List<MessageCreateData> built = pages.built();
    return built.isEmpty() ? new Pages().text(messages.say(language, "chat.done")).built() : built;
  }

  /** What is still to be answered, with the button that asks for it. */
  MessageCreateData rest(Reply.Blanks blanks, String button, Language language) {
    String text = messages.say(language, "chat.rest", labels(blanks, language));
    return new MessageCreateBuilder()
        .setContent(Cut.to(Pages.MOST_TEXT, text))
        .setComponents(
            ActionRow.of(Button.primary(button, messages.say(language, "chat.rest.button"))))
        .build();
  }

  private void add(Reply reply, Language language, Pages pages) {
    switch (reply) {
      case Reply.Said said -> addText(say(language, said.key(), said.arguments()), language, pages);
      case Reply.Table table -> addTable(table, language, pages);
      case Reply.Card card -> addCard(card, language, pages);
      case Reply.Document document -> addDocument(document, language, pages);
      case Reply.Blanks blanks -> pages.text(missing(blanks, language));
      case Reply.Together together -> together.parts().forEach(part -> add(part, language, pages));
    }
  }

  private void addText(String text, Language language, Pages pages) {
    if (isLong(text)) {
      String description = messages.say(language, "chat.long.text");
      addFile("chat.file.text", bytes(text), description, language, pages);
    } else pages.text(text);
  }

  private void addTable(Reply.Table table, Language language, Pages pages) {
    String title = say(language, table.title(), table.arguments());
    List<String> lines = new ArrayList<>();
    lines.add("### " + title);
    for (List<Object> row : table.rows()) lines.add(line(table.heads(), row, language));
    if (table.rows().isEmpty()) lines.add(messages.say(language, "chat.table.empty"));
    String text = String.join("\n", lines);
    if (!isLong(text)) {
      pages.text(text);
      return;
    }
    byte[] csv = Csv.write(table.heads(), table.rows(), messages, language);
    addFile(
        "chat.file.table", csv, messages.say(language, "chat.long.table", title), language, pages);
  }

  /** The first cell names the row; the others follow with their heads. */
  private String line(List<String> heads, List<Object> row, Language language) {
    StringBuilder line = new StringBuilder("- **").append(word(language, row.getFirst()));
    line.append("**");
    for (int i = 1; i < row.size(); i++) {
      String cell = word(language, row.get(i));
      if (cell.isBlank()) continue;
      line.append(i == 1 ? " — " : "; ");
      line.append(messages.say(language, "chat.cell", messages.say(language, heads.get(i)), cell));
    }
    return line.toString();
  }

  private void addCard(Reply.Card card, Language language, Pages pages) {
    String title = say(language, card.title(), card.arguments());
    List<MessageEmbed.Field> fields = new ArrayList<>();
    for (Reply.Field field : card.fields()) {
      String label = messages.say(language, field.label());
      String value = word(language, field.value());
      fields.add(new MessageEmbed.Field(label, value.isBlank() ? "—" : value, false, false));
    }
    if (fits(title, fields)) {
      EmbedBuilder embed = new EmbedBuilder().setTitle(title);
      fields.forEach(embed::addField);
      pages.card(embed.build());
      return;
    }
    StringBuilder text = new StringBuilder("### ").append(title);
    for (MessageEmbed.Field field : fields)
      text.append("\n\n**").append(field.getName()).append("**\n").append(field.getValue());
    addText(text.toString(), language, pages);
  }

  private static boolean fits(String title, List<MessageEmbed.Field> fields) {
    int letters = title.length();
    for (MessageEmbed.Field field : fields) {
      String name = String.valueOf(field.getName());
      String value = String.valueOf(field.getValue());
      if (name.length() > MessageEmbed.TITLE_MAX_LENGTH) return false;
      if (value.length() > MessageEmbed.VALUE_MAX_LENGTH) return false;
      letters += name.length() + value.length();
    }
    return title.length() <= MessageEmbed.TITLE_MAX_LENGTH
        && fields.size() <= MessageEmbed.MAX_FIELD_AMOUNT
        && letters <= MessageEmbed.EMBED_MAX_LENGTH_BOT;
  }

  private void addDocument(Reply.Document document, Language language, Pages pages) {
    String description =
        messages.say(language, document.description(), document.arguments().toArray());
    if (document.bytes().length > MOST_BYTES)
      pages.text(messages.say(language, "chat.document.large", document.name()));
    else pages.file(upload(document.name(), document.bytes(), description), description);
  }

  private void addFile(
      String nameKey, byte[] bytes, String description, Language language, Pages pages) {
    String name = messages.say(language, nameKey);
    pages.file(upload(name, bytes, description), description);
  }

  private static FileUpload upload(String name, byte[] bytes, String description) {
    return FileUpload.fromData(bytes, name)
        .setDescription(Cut.to(FileUpload.MAX_DESCRIPTION_LENGTH, description));
  }

  private String missing(Reply.Blanks blanks, Language language) {
    return messages.say(language, "chat.missing", blanks.of().name(), labels(blanks, language));
  }

  private List<String> labels(Reply.Blanks blanks, Language language) {
    List<String> labels = new ArrayList<>();
    for (Param<?> param : blanks.missing())
      labels.add(messages.say(language, "param." + param.name() + ".label"));
    return labels;
  }

  private String say(Language language, String key, List<Object> arguments) {
    return messages.say(language, key, Escaped.all(arguments).toArray());
  }

  private String word(Language language, Object value) {
    return messages.word(language, Escaped.value(value));
  }

  private static boolean isLong(String text) {
    return Split.at(Pages.MOST_TEXT, text).size() > MOST_PAGES;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
