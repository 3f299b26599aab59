package ca.greffier.plan;

import ca.greffier.command.Coded;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters that name a deliverable, by code. */
public final class PlanKinds {
  private final Plan plan;

  public PlanKinds(Plan plan) {
    this.plan = plan;
  }

  /** What a line of the plan is. */
  public static Kind<DeliverableKind> nature(Kinds kinds) {
    Map<String, DeliverableKind> names = new LinkedHashMap<>();
    names.put("livrable", DeliverableKind.DELIVERABLE);
    names.put("jalon", DeliverableKind.MILESTONE);
    return kinds.choice("livrable", names);
  }

  public Kind<Deliverable> deliverable() {
    return new Coded<>(
        "plan.deliverable.unknown", plan::byCode, plan::all, Deliverable::code, Deliverable::title);
  }
}
