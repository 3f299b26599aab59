package ca.greffier.plan;

/**
 * One deliverable waits for another.
 *
 * @param lagDays how many working days must pass between them, 0 to 1000
 */
public record Dependency(DeliverableId before, DeliverableId after, int lagDays) {}
