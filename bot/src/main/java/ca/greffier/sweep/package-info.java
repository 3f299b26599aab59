/** Work found by looking at rows that are due; running it twice or late does no harm. */
@org.jspecify.annotations.NullMarked
package ca.greffier.sweep;
