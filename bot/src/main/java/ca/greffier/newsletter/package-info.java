/**
 * Newsletters: lists, the consent of those who are on them, issues written in Markdown and sent,
 * one-click unsubscribing, the public archive. Tables: {@code newsletter}, {@code subscriber},
 * {@code subscription}, {@code unsubscribe_token}, {@code issue}. No sweep: the outbox carries.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.newsletter;
