package ca.greffier.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a mail as text, whatever charset it claims. As browsers do (WHATWG Encoding), Latin-1
 * and ASCII are read as Windows-1252, which programs write under these names.
 */
final class Charsets {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Charsets() {}

  static String decode(byte[] bytes, @Nullable String claimed) {
    Charset charset = named(claimed);
    if (!charset.equals(StandardCharsets.UTF_8)) return new String(bytes, charset);
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, WINDOWS);
    }
  }

  /** UTF-8 when nothing useful is claimed: what is not UTF-8 shows it. */
  private static Charset named(@Nullable String claimed) {
    if (claimed == null) return StandardCharsets.UTF_8;
    try {
      Charset charset = Charset.forName(MimeUtility.javaCharset(claimed.strip()));
      if (charset.equals(StandardCharsets.US_ASCII)) return StandardCharsets.UTF_8;
      return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return StandardCharsets.UTF_8;
    }
  }
}
