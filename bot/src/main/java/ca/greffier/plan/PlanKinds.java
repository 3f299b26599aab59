package ca.greffier.plan;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import java.util.List;

/** Parameters that name a deliverable, by code. */
public final class PlanKinds {
  private final Plan plan;

  public PlanKinds(Plan plan) {
    this.plan = plan;
  }

  public Kind<Deliverable> deliverable() {
    return new DeliverableKind();
  }

  private final class DeliverableKind implements Kind<Deliverable> {
    @Override
    public Deliverable parse(String typed) {
      return plan.byCode(typed).orElseThrow(() -> new Refusal("plan.deliverable.unknown", typed));
    }

    @Override
    public String write(Deliverable value) {
      return value.code();
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return Suggestion.coded(typed, plan.all(), Deliverable::code, Deliverable::title);
    }
  }
}
