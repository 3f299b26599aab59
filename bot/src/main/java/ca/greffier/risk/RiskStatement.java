package ca.greffier.risk;

import ca.greffier.directory.BodyId;
import ca.greffier.plan.DeliverableId;
import org.jspecify.annotations.Nullable;

/** A risk as it is told: because of a cause, an event may happen, with a consequence. */
public record RiskStatement(
    RiskKind kind,
    String cause,
    String event,
    String consequence,
    @Nullable DeliverableId deliverable,
    @Nullable BodyId body) {}
