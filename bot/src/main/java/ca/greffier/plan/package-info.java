/**
 * What must be delivered or reached, by whom and when, and what waits for what. Baselines move only
 * by an approved change; every state is kept. Tables: {@code deliverable}, {@code
 * deliverable_forecast}, {@code deliverable_version}, {@code deliverable_link}, {@code
 * deliverable_span}. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.plan;
