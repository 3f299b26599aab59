package ca.greffier.newsletter;

import ca.greffier.store.Id;

/** The number of an {@link Issue} in the house; people know it by its number in its list. */
public record IssueId(long value) implements Id {}
