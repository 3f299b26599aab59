package ca.greffier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a mail and the parts inside it; what passes the bounds is left out. A mail carried
 * inside this one (message/rfc822) is not opened: its words are somebody else's.
 */
final class Piece {
  private static final int MOST_PIECES = 50;
  private static final int MOST_DEPTH = 20;
  private static final int MOST_TEXT = 1_000_000;

  private final MimePart source;
  private final ContentType type;
  private final List<Piece> inside = new ArrayList<>();

  private Piece(MimePart source) {
    this.source = source;
    this.type = type(source);
  }

  static Piece of(MimePart mail) {
    Piece root = new Piece(mail);
    root.open(0, new ArrayList<>());
    return root;
  }

  /** The first part of this type; of a type such as {@code text/*} too. */
  Optional<Piece> first(String wanted) {
    return all().filter(piece -> piece.is(wanted)).findFirst();
  }

  Stream<Piece> all() {
    return Stream.concat(Stream.of(this), inside.stream().flatMap(Piece::all));
  }

  boolean is(String wanted) {
    return type.match(wanted);
  }

  /** What can be read aloud: of alternatives the plainest, else all in turn; no attachment. */
  String words() {
    if (isAttached()) return "";
    if (is("text/html")) return HtmlText.of(text());
    if (is("text/plain")) return isFlowed() ? Flowed.joined(text(), isDelSp()) : text();
    Stream<String> words = inside.stream().map(Piece::words).filter(part -> !part.isBlank());
    if (is("multipart/alternative")) return words.findFirst().orElse("");
    return String.join("\n", words.toList());
  }

  String text() {
    return Charsets.decode(bytes(), type.getParameter("charset"));
  }

  /** Of the file, in lower case; empty when it has none. */
  String fileName() {
    try {
      String name = source.getFileName();
      return name == null ? "" : name.toLowerCase(Locale.ROOT);
    } catch (MessagingException _) {
      return "";
    }
  }

  private boolean isFlowed() {
    return "flowed".equalsIgnoreCase(type.getParameter("format"));
  }

  private boolean isDelSp() {
    return "yes".equalsIgnoreCase(type.getParameter("delsp"));
  }

  private boolean isAttached() {
    try {
      return Part.ATTACHMENT.equalsIgnoreCase(source.getDisposition())
          || (source instanceof MimeBodyPart && source.getFileName() != null);
    } catch (MessagingException _) {
      return false;
    }
  }

  private void open(int depth, List<Piece> opened) {
    if (!is("multipart/*") || depth == MOST_DEPTH) return;
    try {
      MimeMultipart parts = new MimeMultipart(new MimePartDataSource(source));
      for (int i = 0; i < parts.getCount() && opened.size() < MOST_PIECES; i++) {
        if (!(parts.getBodyPart(i) instanceof MimePart part)) continue;
        Piece piece = new Piece(part);
        opened.add(piece);
        inside.add(piece);
        piece.open(depth + 1, opened);
      }
    } catch (MessagingException _) {
      // announces parts and has none: whatever stands there is its text
      type.setPrimaryType("text");
      type.setSubType("plain");
    }
  }

  /** Up to where the encoding breaks: what came before still counts. */
  private byte[] bytes() {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in = decoded()) {
      byte[] buffer = new byte[8192];
      int count;
      while (read.size() < MOST_TEXT && (count = in.read(buffer)) > 0) read.write(buffer, 0, count);
    } catch (IOException | MessagingException _) {
      return read.toByteArray();
    }
    return read.toByteArray();
  }

  private InputStream decoded() throws MessagingException, IOException {
    try {
      return source.getInputStream();
    } catch (IOException | MessagingException unknownEncoding) {
      if (source instanceof MimeBodyPart part) return part.getRawInputStream();
      if (source instanceof MimeMessage mail) return mail.getRawInputStream();
      throw unknownEncoding;
    }
  }

  private static ContentType type(MimePart part) {
    try {
      return new ContentType(part.getContentType());
    } catch (ParseException _) {
      return new ContentType("text", "plain", null);
    } catch (MessagingException _) {
      return new ContentType("application", "octet-stream", null);
    }
  }
}
