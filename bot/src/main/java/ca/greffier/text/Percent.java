package ca.greffier.text;

/** A percentage: {@code new Percent(66.5)} is read 66,5 %. One decimal is shown at most. */
public record Percent(double value) {}
