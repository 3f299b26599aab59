/**
 * What the operator sets: one YAML file, read once into records. All its faults are told together,
 * each with its line and its remedy. Secrets never stand in the file: it says in which environment
 * variable or file they are.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.config;
