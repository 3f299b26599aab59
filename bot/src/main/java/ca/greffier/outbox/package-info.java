/**
 * What must leave the house: letters and chat posts. An action writes its effect and its outbox
 * rows together; then rows are claimed, carried outside any transaction, and settled. Tables:
 * {@code outbox}, {@code suppression}. Sweep: {@code envois}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.outbox;
