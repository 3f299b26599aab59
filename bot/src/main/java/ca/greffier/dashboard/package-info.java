/**
 * The board: all that a reader sees of the project on a day, in words, tables and pictures (SVG).
 * It is the only place that asks every room; the doors show it. Once a week it is told in a letter.
 * Links let a committee see it. Table: {@code board_share}. Sweep: {@code rapports}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.dashboard;
