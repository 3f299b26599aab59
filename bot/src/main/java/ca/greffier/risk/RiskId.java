package ca.greffier.risk;

import ca.greffier.store.Id;

/** A risk or an occasion of the register. */
public record RiskId(long value) implements Id {}
