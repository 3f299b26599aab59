/**
 * Meetings: planned, alone or in series, convened with a calendar invitation, answered, changed,
 * cancelled; their agendas; the rules of each body; the quorum they can expect. Tables: {@code
 * meeting}, {@code invitation}, {@code agenda_item}, {@code body_rule}. Sweeps: {@code rappels},
 * {@code approche}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.meeting;
