package ca.greffier.plan;

import ca.greffier.command.Coded;
import ca.greffier.command.Kind;

/** Parameters that name a deliverable, by code. */
public final class PlanKinds {
  private final Plan plan;

  public PlanKinds(Plan plan) {
    this.plan = plan;
  }

  public Kind<Deliverable> deliverable() {
    return new Coded<>(
        "plan.deliverable.unknown", plan::byCode, plan::all, Deliverable::code, Deliverable::title);
  }
}
