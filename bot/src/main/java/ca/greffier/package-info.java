/** Greffier, the secretary of a project. Start reading at {@code app.Wiring}. */
@org.jspecify.annotations.NullMarked
package ca.greffier;
