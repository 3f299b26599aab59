/**
 * What the work done is worth beside what was planned and what it cost: earned value, earned
 * schedule, and what they foretell (domain.md K1 to K8, K21). Computed each time from the plan and
 * the budget, never typed: no table, no sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.value;
