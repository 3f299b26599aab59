/** Puts the house together and opens its doors. {@link ca.greffier.app.Wiring} tells the story. */
@org.jspecify.annotations.NullMarked
package ca.greffier.app;
