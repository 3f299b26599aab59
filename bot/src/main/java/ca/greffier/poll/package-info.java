/**
 * Polls on the date of a meeting: several dates, what each member says of them, and the meeting
 * that comes of it. A sweep reminds those who have said nothing, and tells the outcome.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.poll;
