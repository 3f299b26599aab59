/**
 * What was said, decided and promised at a meeting, and who was there: notes, numbered decisions,
 * actions, presences; closed, sent as a compte rendu, and only read from then on. Tables: {@code
 * attendance}, {@code note}, {@code numbering}, {@code decision}, {@code action_item}, {@code
 * minutes}. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.minutes;
