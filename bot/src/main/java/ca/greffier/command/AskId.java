package ca.greffier.command;

import ca.greffier.store.Id;

/** A stored {@link Ask}. */
public record AskId(long value) implements Id {}
