package ca.greffier.document;

import ca.greffier.store.Id;

/** A document of the register. */
public record DocumentId(long value) implements Id {}
