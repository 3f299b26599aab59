package ca.greffier.minutes;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.text.SavedText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of a meeting held in a chat with MeetBot: as text, as the page or the JSON that MeetBot
 * made of it. A group brings its history with it.
 */
public final class ChatLog {
  private static final int MOST_LINES = 200_000;
  private static final int MOST_LETTERS = 4_000;

  private ChatLog() {}

  /**
   * @throws Refusal when it is no log of a chat
   */
  public static LoggedMeeting read(Attachment file) {
    String text = SavedText.of(file.bytes());
    List<ChatLine> lines = lines(text);
    if (lines.isEmpty()) throw new Refusal("minutes.log.none", file.name());
    if (lines.size() > MOST_LINES) throw new Refusal("minutes.log.large", file.name(), MOST_LINES);
    return Logging.of(lines);
  }

  private static List<ChatLine> lines(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{")) return ofJson(text);
    return ofText(start.startsWith("<!") || start.startsWith("<html") ? ofPage(text) : text);
  }

  /** A log without times or names is one when it starts a meeting. */
  private static List<ChatLine> ofText(String text) {
    List<ChatLine> lines = new ArrayList<>();
    text.lines()
        .map(line -> line.substring(0, Math.min(line.length(), MOST_LETTERS)))
        .forEach(line -> ChatLine.of(line).ifPresent(lines::add));
    if (!lines.isEmpty() || !text.contains("#startmeeting")) return lines;
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> new ChatLine("", "", line.substring(0, Math.min(line.length(), MOST_LETTERS))))
        .toList();
  }

  private static String ofPage(String page) {
    return Jsoup.parse(page).select("pre").stream()
        .map(block -> block.wholeText())
        .reduce("", (all, block) -> all + "\n" + block);
  }

  private static List<ChatLine> ofJson(String text) {
    try {
      List<ChatLine> lines = new ArrayList<>();
      for (JsonNode message : JsonMapper.shared().readTree(text).path("messages"))
        lines.add(
            new ChatLine(
                message.path("timestamp").asString(""),
                message.path("sender").asString(""),
                message.path("payload").asString("")));
      return lines;
    } catch (JacksonException _) {
      return List.of();
    }
  }
}
