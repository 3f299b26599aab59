package ca.greffier.risk;

import ca.greffier.store.Id;

/** An issue of the register. */
public record IssueId(long value) implements Id {}
