package ca.greffier.risk;

import ca.greffier.command.PersonId;
import ca.greffier.directory.BodyId;
import ca.greffier.plan.DeliverableId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An issue about to be opened. */
public record IssueDraft(
    String title,
    String consequence,
    @Nullable Integer impact,
    @Nullable PersonId owner,
    @Nullable LocalDate due,
    @Nullable RiskId risk,
    @Nullable DeliverableId deliverable,
    @Nullable BodyId body) {

  /** What a risk that came true leaves. */
  static IssueDraft of(Risk risk) {
    return new IssueDraft(
        risk.event(),
        risk.consequence(),
        risk.impact(),
        risk.owner(),
        null,
        risk.id(),
        risk.deliverable(),
        risk.body());
  }
}
