package ca.greffier.budget;

import ca.greffier.store.Id;

/** A line of the budget. */
public record BudgetLineId(long value) implements Id {}
