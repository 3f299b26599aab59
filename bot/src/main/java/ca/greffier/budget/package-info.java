/**
 * What the project may cost: the lines of its budget, each state of which is kept. Tables: {@code
 * budget_line}, {@code budget_change}. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.budget;
