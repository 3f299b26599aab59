package ca.greffier.command;

/**
 * One value of a closed list; its label is a message.
 *
 * @param value what is typed and stored, without accents
 * @param key the message key of the label
 */
public record Choice(String value, String key) {}
