package ca.greffier.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written again and again. */
final class LetterBytes {
  private byte[] bytes = new byte[64 * 1024];
  private int length;

  void clear() {
    length = 0;
  }

  void add(byte[] more) {
    add(more, 0, more.length);
  }

  void add(byte[] more, int from, int count) {
    if (length + count > bytes.length)
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    System.arraycopy(more, from, bytes, length, count);
    length += count;
  }

  void add(String ascii) {
    add(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  boolean endsLine() {
    return length >= 2 && bytes[length - 2] == '\r' && bytes[length - 1] == '\n';
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }
}
