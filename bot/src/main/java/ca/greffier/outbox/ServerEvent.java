package ca.greffier.outbox;

import java.time.Instant;

/**
 * An event in the calendar of the server that a channel belongs to (domain.md I17). Another one
 * with the same key takes its place.
 *
 * @param channel the channel's id
 * @param key by which the event is found again; people read it too
 * @param ends after {@code starts}
 * @param text what it is about, in plain words
 * @param cancelled whether it is to be taken out
 */
public record ServerEvent(
    String channel,
    String key,
    String title,
    String place,
    Instant starts,
    Instant ends,
    String text,
    boolean cancelled)
    implements Outgoing {}
