/**
 * The plan as it comes in from the files of others and goes out to them: tables, Microsoft Project
 * (XML, MPP, MPX), Primavera (XER, PMXML), Planner and GanttProject. See decision record 0009. Its
 * table remembers which task of which schedule a deliverable came from. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.exchange;
