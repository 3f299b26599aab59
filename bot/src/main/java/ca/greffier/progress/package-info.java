/**
 * Rounds that ask each body how things go: who is expected, the answers by any door, one reminder
 * to the silent, and a summary. An answer updates forecasts and declared percentages, never a
 * baseline. Tables: {@code progress_cadence}, {@code progress_round}, {@code progress_expectation},
 * {@code progress_answer}. Sweeps: {@code rondes}, {@code relances}, {@code syntheses}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.progress;
