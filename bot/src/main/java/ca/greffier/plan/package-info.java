/**
 * What must be delivered, by whom and when, and what it may cost. A baseline never moves; forecasts
 * do, and every one of them is kept. Tables: {@code deliverable}, {@code deliverable_forecast},
 * {@code budget_line}, {@code budget_change}. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.plan;
