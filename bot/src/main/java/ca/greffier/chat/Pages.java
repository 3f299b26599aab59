package ca.greffier.chat;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Lays texts, cards and files out in messages, within Discord's limits, in their order. */
final class Pages {
  static final int MOST_TEXT = Message.MAX_CONTENT_LENGTH;

  private static final class Page {
    final StringBuilder text = new StringBuilder();
    final List<MessageEmbed> cards = new ArrayList<>();
    final List<FileUpload> files = new ArrayList<>();

    boolean takes(MessageEmbed card) {
      int letters = card.getLength();
      for (MessageEmbed each : cards) letters += each.getLength();
      return cards.size() < Message.MAX_EMBED_COUNT && letters <= MessageEmbed.EMBED_MAX_LENGTH_BOT;
    }
  }

  private final List<Page> pages = new ArrayList<>();

  /** Text is shown above the cards and files of its message: after them, a new one begins. */
  Pages text(String text) {
    boolean begins = pages.isEmpty() || !last().cards.isEmpty() || !last().files.isEmpty();
    Page page = begins ? begin() : last();
    page.text.append(page.text.isEmpty() ? "" : "\n\n").append(text);
    return this;
  }

  Pages card(MessageEmbed card) {
    boolean fits = !pages.isEmpty() && last().files.isEmpty() && last().takes(card);
    (fits ? last() : begin()).cards.add(card);
    return this;
  }

  /** A file with the text that goes with it. */
  Pages file(FileUpload file, String text) {
    Page page = begin();
    page.text.append(text);
    page.files.add(file);
    return this;
  }

  List<MessageCreateData> built() {
    List<MessageCreateData> messages = new ArrayList<>();
    for (Page page : pages) {
      List<String> texts = Split.at(MOST_TEXT, page.text.toString());
      for (int i = 0; i < texts.size() - 1; i++)
        messages.add(new MessageCreateBuilder().setContent(texts.get(i)).build());
      MessageCreateBuilder last = new MessageCreateBuilder();
      if (!texts.isEmpty()) last.setContent(texts.getLast());
      messages.add(last.setEmbeds(page.cards).setFiles(page.files).build());
    }
    return messages;
  }

  private Page last() {
    return pages.getLast();
  }

  private Page begin() {
    pages.add(new Page());
    return last();
  }
}
