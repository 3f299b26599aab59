package ca.greffier.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A mail written in HTML only, as a plain text mail would have it: quotes marked with {@code >}.
 */
final class HtmlText implements NodeVisitor {
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final Set<String> SPACED = Set.of("p", "blockquote", "ul", "ol", "table", "pre");

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int preformatted;

  private HtmlText() {}

  static String of(String html) {
    Document document = Jsoup.parse(html.substring(0, Math.min(html.length(), MOST_CHARACTERS)));
    document.select("head, style, script, template, [style~=(?i)display\\s*:\\s*none]").remove();
    HtmlText text = new HtmlText();
    document.traverse(text);
    text.end();
    return text.out.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) write(words);
    if (!(node instanceof Element element)) return;
    if (element.isBlock()) block(element);
    if (element.nameIs("br")) newLine();
    if (element.nameIs("blockquote")) quotes++;
    if (element.nameIs("pre")) preformatted++;
    if (element.nameIs("li")) line.append("- ");
    if (element.nameIs("hr")) line.append("_".repeat(32));
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) return;
    if (element.nameIs("td")) line.append(' ');
    if (!element.isBlock()) return;
    end();
    if (element.nameIs("blockquote")) quotes--;
    if (element.nameIs("pre")) preformatted--;
    if (SPACED.contains(element.normalName())) blank();
  }

  private void write(TextNode words) {
    if (preformatted == 0) {
      String text = words.text().replace('\u00a0', ' ');
      line.append(line.isEmpty() ? text.stripLeading() : text);
      return;
    }
    String[] lines = words.getWholeText().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) newLine();
      line.append(lines[i]);
    }
  }

  private void block(Element element) {
    end();
    if (SPACED.contains(element.normalName())) blank();
  }

  /** Ends the line if anything stands on it. */
  private void end() {
    if (!line.toString().isBlank()) newLine();
    line.setLength(0);
  }

  private void newLine() {
    out.append("> ".repeat(quotes)).append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
  }

  private void blank() {
    int length = out.length();
    if (quotes == 0 && length > 1 && out.charAt(length - 2) != '\n') out.append('\n');
  }
}
