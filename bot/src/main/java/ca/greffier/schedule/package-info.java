/**
 * The clock: Quartz, on the same PostgreSQL, ticks; at each tick one node runs a named sweep. The
 * only place for Quartz. Tables: {@code qrtz_*}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.schedule;
