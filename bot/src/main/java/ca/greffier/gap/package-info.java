/**
 * Where the project drifts. Rules look at the plan, the budget and the rounds; what they find is
 * told once to the manager and the director, with its cause and proposed measures, until it is
 * taken in charge and resolved. Tables: {@code gap}, {@code gap_event}, {@code gap_threshold},
 * {@code own_measure}, {@code chosen_measure}. Sweep: {@code ecarts}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.gap;
