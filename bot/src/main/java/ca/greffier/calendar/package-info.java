/**
 * Calendars of others (RFC 5545), and what they answer to an invitation (RFC 5546). Read line by
 * line: a fault in one property does not lose the rest. See decision record 0016. No table, no
 * sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.calendar;
