package ca.greffier.command;

import ca.greffier.store.Id;

/** A person of the directory. */
public record PersonId(long value) implements Id {}
