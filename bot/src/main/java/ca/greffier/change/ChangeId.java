package ca.greffier.change;

import ca.greffier.store.Id;

/** A request of the register. */
public record ChangeId(long value) implements Id {}
