/**
 * The database: embedded PostgreSQL or a configured server, its pool, its migrations, its mappings.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.store;
