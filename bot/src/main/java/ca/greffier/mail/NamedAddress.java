package ca.greffier.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** An address with a name, as a header has it (RFC 5322, 3.4; RFC 2047). */
final class NamedAddress {
  /** Of an encoded word: 75 with its marks; whole characters of at most four bytes. */
  private static final int MOST_BYTES = 42;

  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]{1,60}");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,60}");

  private NamedAddress() {}

  /**
   * @param name one line; may be empty
   * @return the header's value, folded
   */
  static String header(String name, String address) {
    if (name.isEmpty()) return address;
    String shown =
        ATOMS.matcher(name).matches() && !name.contains("=?")
            ? name
            : PRINTABLE.matcher(name).matches() && !name.contains("=?")
                ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : encoded(name);
    return shown + (shown.length() + address.length() > 66 ? "\r\n " : " ") + "<" + address + ">";
  }

  private static String encoded(String name) {
    StringBuilder words = new StringBuilder();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < name.length(); ) {
      String character = Character.toString(name.codePointAt(i));
      i += character.length();
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > MOST_BYTES) {
        words.append(word(word)).append("\r\n ");
        word.setLength(0);
        bytes = 0;
      }
      word.append(character);
      bytes += size;
    }
    return words.append(word(word)).toString();
  }

  private static String word(CharSequence text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
