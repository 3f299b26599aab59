package ca.greffier.newsletter;

import ca.greffier.store.Id;

/** The number of a {@link Newsletter}. */
public record NewsletterId(long value) implements Id {}
