package ca.greffier.directory;

import ca.greffier.store.Id;

/** A body of the directory. */
public record BodyId(long value) implements Id {}
