/**
 * Tables that come in and go out, as CSV or as a workbook of Excel: what every register imports and
 * exports with. No database table, no sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.table;
