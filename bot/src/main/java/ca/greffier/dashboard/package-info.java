/**
 * The board: all that a reader sees of the project on a day, in words, tables and pictures (SVG).
 * It is the only place that asks every room; the doors show it. It owns no table and no sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.dashboard;
