/**
 * What must be delivered, by whom and when. A baseline never moves; forecasts do, and every one of
 * them is kept. Tables: {@code deliverable}, {@code deliverable_forecast}. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.plan;
