package ca.greffier.command;

/**
 * One value of an open list, offered while the person types.
 *
 * @param value what is filled in
 * @param label what is shown, in the words of the data
 */
public record Suggestion(String value, String label) {}
