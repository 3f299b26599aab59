/**
 * The one language spoken at every door: a {@link ca.greffier.command.Command} with typed
 * parameters, the {@link ca.greffier.command.Desk} that handles it, and the {@link
 * ca.greffier.command.Ask}, a command with blanks addressed to one person. Tables: {@code journal},
 * {@code ask}, {@code ask_token}. No JDA, HTTP, mail or Quartz here.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.command;
