package ca.greffier.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file as people save it: UTF-8, or else Windows-1252 as Excel does in Québec. */
public final class SavedText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private SavedText() {}

  public static String of(byte[] bytes) {
    return new String(bytes, charset(bytes));
  }

  /** The one of the two that it is in. */
  public static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return WINDOWS;
    }
  }
}
