/**
 * The terminal: a door to the Desk where commands are typed, or read from standard input one a
 * line. The only place for JLine. No table, no sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.console;
