package ca.greffier.outbox;

import java.nio.charset.StandardCharsets;

/**
 * An iTIP object for one recipient (RFC 6047).
 *
 * @param method REQUEST or CANCEL
 * @param text the iCalendar object, its lines ended by CRLF and not folded; the word {@value
 *     #ORGANIZER} stands for the address that the Ask's replies come to, known only when the letter
 *     is carried
 */
public record CalendarPart(String method, String text) {
  public static final String ORGANIZER = "%ORGANIZER%";

  private static final int MOST_OCTETS = 75;

  /**
   * The object as it is sent: organised by an address, folded.
   *
   * @param address bare: {@code greffier+token@example.org}
   */
  public String organizedBy(String address) {
    return folded(text.replace(ORGANIZER, "mailto:" + address));
  }

  /** Lines of 75 octets at most, no character split (RFC 5545, 3.1). */
  static String folded(String unfolded) {
    StringBuilder folded = new StringBuilder(unfolded.length() + 64);
    int octets = 0;
    for (int i = 0; i < unfolded.length(); ) {
      String character = Character.toString(unfolded.codePointAt(i));
      i += character.length();
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      boolean isLineEnd = character.equals("\r") || character.equals("\n");
      if (!isLineEnd && octets + size > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets = isLineEnd ? 0 : octets + size;
    }
    return folded.toString();
  }
}
