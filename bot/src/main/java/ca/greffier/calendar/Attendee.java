package ca.greffier.calendar;

/**
 * Who is invited.
 *
 * @param address without its {@code mailto:}; what stands there when it is no address
 * @param partstat in upper case: ACCEPTED, DECLINED, TENTATIVE, DELEGATED, NEEDS-ACTION; empty when
 *     the calendar does not say
 */
public record Attendee(String address, String partstat) {}
