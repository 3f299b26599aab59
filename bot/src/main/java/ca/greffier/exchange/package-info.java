/**
 * Files of other schedulers: Microsoft Project (XML, MPP, MPX), Primavera (XER, PMXML), Planner and
 * GanttProject. See decision record 0009. No table, no sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.exchange;
