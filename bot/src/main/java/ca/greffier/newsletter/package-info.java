/**
 * Newsletters: lists, the consent of those who are on them, issues written in Markdown and sent,
 * subscribing by oneself, one-click unsubscribing, the public archive. Tables: {@code newsletter},
 * {@code subscriber}, {@code subscription}, {@code subscription_request}, {@code
 * unsubscribe_token}, {@code issue}, {@code digest}. Sweeps: {@code inscriptions}, {@code
 * parutions}, {@code bulletins}; the outbox carries.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.newsletter;
