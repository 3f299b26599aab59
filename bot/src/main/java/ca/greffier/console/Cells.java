package ca.greffier.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Text measured in the cells of a terminal: an accent takes none, a wide character two. */
final class Cells {
  /** What could drive the terminal, or turn the order of what is read. */
  private static final Pattern DANGEROUS =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");

  private Cells() {}

  /** The text without control characters; lines stay apart. */
  static String clean(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return DANGEROUS.matcher(lines).replaceAll("");
  }

  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += WCWidth.charCountForGraphemeCluster(text, i))
      width += Math.max(0, WCWidth.wcwidthForGraphemeCluster(text, i));
    return width;
  }

  /** The width of the longest word: what cannot be made narrower without cutting. */
  static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split("[ \\n]")) longest = Math.max(longest, width(word));
    return longest;
  }

  /** Lines of at most this width, broken at spaces, inside a word only when it is too long. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) wrap(paragraph, Math.max(2, width), lines);
    return lines;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      String rest = word;
      int used = width(line.toString());
      if (used > 0 && used + 1 + width(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > width) {
        int cut = fitting(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      if (!line.isEmpty()) line.append(' ');
      line.append(rest);
    }
    lines.add(line.toString());
  }

  /** How many characters of a word fit; one cluster at least. */
  private static int fitting(String word, int width) {
    int used = 0;
    int end = 0;
    while (end < word.length()) {
      int cluster = Math.max(0, WCWidth.wcwidthForGraphemeCluster(word, end));
      if (end > 0 && used + cluster > width) break;
      used += cluster;
      end += WCWidth.charCountForGraphemeCluster(word, end);
    }
    return end;
  }

  static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }
}
