package ca.greffier.change;

/**
 * What a change would do, in words; empty where nobody has said (domain.md K23).
 *
 * @param schedule to the dates
 * @param risks new ones, or gone
 */
public record Impacts(String scope, String schedule, String cost, String quality, String risks) {}
