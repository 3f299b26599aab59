package ca.greffier.outbox;

/**
 * An iTIP object for one recipient (RFC 6047).
 *
 * @param method REQUEST or CANCEL
 * @param text the iCalendar object; the word {@code %ORGANIZER%} stands for the address that the
 *     Ask's replies come to, known only when the letter is carried
 */
public record CalendarPart(String method, String text) {}
