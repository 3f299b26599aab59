package ca.greffier.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message cut where what is one's own goes: some of its headers, the name in its words, the token
 * of a link. In the words each of these stands on lines of its own, joined to the others by soft
 * line breaks (RFC 2045, 6.7), so that a value of any length breaks no line.
 */
final class CutMessage {
  /** What stands for the name; no value of ours looks like it. */
  static final String NAME = "zq0name0qz";

  /** What stands for the token of the link that ends the subscription. */
  static final String TOKEN = "zq0token0qzzq0token0qzzq0token0q";

  private static final Pattern MARK = Pattern.compile(broken(NAME) + "|" + broken(TOKEN));

  /** RFC 5322, 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Pattern HEADER = Pattern.compile("\r\n(?![ \t])");

  private final List<HeadLine> head;
  private final List<Piece> body;
  private final List<BulkSeal> seals;

  /** What is one's own. */
  record Own(String address, String name, String messageId, String token, Instant at) {}

  /**
   * A header.
   *
   * @param template the value, with marks where it holds what is one's own
   * @param canonical as DKIM signs it; null when it is one's own
   */
  record HeadLine(String name, String template, @Nullable String canonical) {

    static HeadLine of(String line) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      boolean own =
          switch (name) {
            case "To", "Message-ID", "Date", "List-Unsubscribe" -> true;
            default -> decoded(value).contains(NAME);
          };
      return new HeadLine(name, value, own ? null : DkimSigner.relaxed(name, value));
    }

    String value(Own own) {
      if (canonical != null) return template;
      return switch (name) {
        case "To" -> NamedAddress.header(own.name(), own.address());
        case "Message-ID" -> own.messageId();
        case "Date" -> DATE.format(own.at());
        case "List-Unsubscribe" -> template.replace(TOKEN, own.token());
        default ->
            MimeUtility.fold(
                name.length() + 2, encoded(decoded(template).replace(NAME, own.name())));
      };
    }
  }

  /** Some of the words: {@code bytes}, or what stands here of one's own. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Piece(byte @Nullable [] bytes, @Nullable String mark, boolean html) {}

  private CutMessage(List<HeadLine> head, List<Piece> body, List<BulkSeal> seals) {
    this.head = head;
    this.body = body;
    this.seals = seals;
  }

  /**
   * @param message as it would be sent, one byte a character
   * @param keys sign the letters; none when they are not signed here
   */
  static CutMessage of(String message, List<DkimKey> keys) {
    int end = message.indexOf("\r\n\r\n");
    List<HeadLine> head =
        HEADER.splitAsStream(message.substring(0, end)).map(HeadLine::of).toList();
    String words = message.substring(end + 4).stripTrailing() + "\r\n";
    return new CutMessage(
        head, pieces(words), keys.stream().map(key -> new BulkSeal(key, head)).toList());
  }

  private static List<Piece> pieces(String words) {
    List<Piece> pieces = new ArrayList<>();
    Matcher mark = MARK.matcher(words);
    int from = 0;
    while (mark.find()) {
      pieces.add(fixed(words.substring(from, mark.start())));
      boolean html =
          words.lastIndexOf("Content-Type: text/html", mark.start())
              > words.lastIndexOf("Content-Type: text/plain", mark.start());
      pieces.add(new Piece(null, mark.group().replace(QuotedValue.SOFT_BREAK, ""), html));
      from = mark.end();
    }
    pieces.add(fixed(words.substring(from)));
    return pieces;
  }

  private static Piece fixed(String words) {
    return new Piece(QuotedValue.guarded(words).getBytes(StandardCharsets.ISO_8859_1), null, false);
  }

  /**
   * Writes a letter, but for the line that ends it.
   *
   * @param pens sign, one for each key that was given
   * @param words holds its words meanwhile
   */
  void write(Own own, List<DkimKey.Pen> pens, LetterBytes words, LetterBytes letter)
      throws GeneralSecurityException {
    words.clear();
    for (Piece piece : body) {
      if (piece.bytes() != null) words.add(piece.bytes());
      else words.add(QuotedValue.joined(value(piece, own), words.endsLine()));
    }
    letter.clear();
    List<String> values = head.stream().map(line -> line.value(own)).toList();
    for (int i = 0; i < seals.size(); i++)
      letter.add(seals.get(i).header(values, words, own.at(), pens.get(i)));
    for (int i = 0; i < values.size(); i++) {
      letter.add(head.get(i).name());
      letter.add(": ");
      letter.add(values.get(i));
      letter.add("\r\n");
    }
    letter.add("\r\n");
    letter.add(words.array(), 0, words.length());
  }

  private static String value(Piece piece, Own own) {
    if (TOKEN.equals(piece.mark())) return own.token();
    return piece.html() ? asHtml(own.name()) : own.name();
  }

  private static String asHtml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;");
  }

  private static String decoded(String value) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(value));
    } catch (UnsupportedEncodingException unknown) {
      return value;
    }
  }

  private static String encoded(String text) {
    try {
      return MimeUtility.encodeText(text, "UTF-8", null);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A mark, wherever a line was broken in it. */
  private static String broken(String mark) {
    return mark.chars().mapToObj(Character::toString).collect(Collectors.joining("(?:=\r\n)?"));
  }
}
