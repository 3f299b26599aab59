package ca.greffier.plan;

import ca.greffier.store.Id;

/** A deliverable of the plan. */
public record DeliverableId(long value) implements Id {}
