/**
 * Discord, the only place for JDA. Slash commands generated from the house's commands, forms for
 * their blanks, buttons for Asks, and the posts of the outbox. No privileged intent is asked for:
 * Greffier reads no conversation. Keeps no table and has no sweep; one node at a time holds the
 * line.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.chat;
