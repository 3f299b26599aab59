/**
 * What the project may cost and costs: lines, each state of which is kept, and the contracts,
 * orders and invoices their figures come from. Tables: {@code budget_line}, {@code budget_change},
 * {@code commitment}, {@code commitment_amount}, {@code expense}. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.budget;
