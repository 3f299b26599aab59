/**
 * Meetings: planned, convened with a calendar invitation, answered, cancelled; the quorum they can
 * expect. Tables: {@code meeting}, {@code invitation}. Sweep: {@code rappels}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.meeting;
