package ca.greffier.outbox;

/**
 * A file in a letter or post.
 *
 * @param description what it shows, for those who do not open it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Enclosure(String name, String mediaType, byte[] bytes, String description) {}
