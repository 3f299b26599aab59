package ca.greffier.store;

/**
 * A row's number as a type of its own: a record with one {@code long value}. Jdbi binds and reads
 * it.
 */
public interface Id {
  long value();
}
