package ca.greffier.newsletter;

/**
 * A list of subscribers and the issues sent to them.
 *
 * @param code lower case, for addresses: {@code nouvelles}
 */
public record Newsletter(NewsletterId id, String code, String title) {}
