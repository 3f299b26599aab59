package ca.greffier.dashboard;

/**
 * A drawing with its text alternative.
 *
 * @param name of the file it would be, without what follows the point
 * @param title what it is
 * @param description what it shows, for those who do not see it
 * @param svg the whole element; its title and description are in it
 */
public record Picture(String name, String title, String description, String svg) {}
