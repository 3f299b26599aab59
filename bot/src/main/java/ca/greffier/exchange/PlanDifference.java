package ca.greffier.exchange;

import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.table.Differences;

/** What an entry would change of a deliverable that is known. */
final class PlanDifference {
  private PlanDifference() {}

  static Differences of(Deliverable before, Plan.Entry entry) {
    Differences found =
        new Differences()
            .add("titre", before.title(), entry.title())
            .add("poids", before.weight(), entry.weight())
            .add("reference", before.baseline(), entry.baseline())
            .add("prevu", before.forecast(), entry.forecast())
            .add("preuve", before.proof(), entry.proof());
    if (before.reached() == null) found.add("atteint", null, entry.reached());
    return found;
  }
}
