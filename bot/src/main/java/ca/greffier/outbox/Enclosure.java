package ca.greffier.outbox;

/**
 * A file in a letter or post.
 *
 * @param description what it shows, for those who do not open it
 * @param shown whether the words of the letter show it, as {@code ![…](cid:…)} with its {@link
 *     #contentId}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Enclosure(
    String name, String mediaType, byte[] bytes, String description, boolean shown) {

  public Enclosure(String name, String mediaType, byte[] bytes, String description) {
    this(name, mediaType, bytes, description, false);
  }

  /** What names it within its letter (RFC 2392). */
  public static String contentId(String name) {
    return name + "@greffier";
  }
}
