/**
 * What was said, decided and promised at a meeting, and who was there: notes, numbered decisions,
 * actions, presences; closed, sent, corrected, approved, signed and sealed; and resolutions that
 * are signed without a meeting. Tables: {@code attendance}, {@code attendance_change}, {@code
 * sitting}, {@code note}, {@code numbering}, {@code decision}, {@code amendment}, {@code
 * action_item}, {@code minutes}, {@code correction}, {@code signature}, {@code written_resolution},
 * {@code written_signature}. Sweeps: {@code suivis}, {@code resolutions}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.minutes;
