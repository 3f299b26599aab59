package ca.greffier.exchange;

import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.People;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableKind;
import ca.greffier.plan.Plan;
import ca.greffier.table.Table;
import ca.greffier.table.TableFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan as a table that {@link PlanImport} reads back: corrected in a spreadsheet, say. */
final class PlanExport {
  private static final List<String> HEADS =
      List.of(
          "code",
          "nature",
          "titre",
          "corps",
          "responsable",
          "poids",
          "reference",
          "prevu",
          "atteint",
          "preuve",
          "imposee");

  private final Plan plan;
  private final Bodies bodies;
  private final People people;

  PlanExport(Plan plan, Bodies bodies, People people) {
    this.plan = plan;
    this.bodies = bodies;
    this.people = people;
  }

  Reply table(LocalDate day, TableFormat format) {
    Map<BodyId, String> codes = new HashMap<>();
    for (Body body : bodies.all()) codes.put(body.id(), body.code());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Deliverable each : plan.all()) {
      if (!each.isCancelled()) rows.add(row(each, Objects.requireNonNull(codes.get(each.body()))));
    }
    return new Table(HEADS, rows).document("livrables-" + day, format, "plan.exported");
  }

  private List<@Nullable Object> row(Deliverable each, String body) {
    return Arrays.asList(
        each.code(),
        each.kind() == DeliverableKind.MILESTONE ? "jalon" : "livrable",
        each.title(),
        body,
        address(each.person()),
        each.weight(),
        each.baseline(),
        each.forecast(),
        each.reached(),
        each.proof(),
        each.hard() ? "oui" : "non");
  }

  private @Nullable String address(@Nullable PersonId person) {
    return person == null ? null : people.get(person).email();
  }
}
