package ca.greffier.plan;

import ca.greffier.command.CsvTable;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.People;
import java.time.LocalDate;
import java.util.ArrayList;
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

  Reply table(LocalDate day) {
    Map<BodyId, String> codes = new HashMap<>();
    for (Body body : bodies.all()) codes.put(body.id(), body.code());
    List<List<String>> rows = new ArrayList<>();
    for (Deliverable each : plan.all()) {
      if (!each.isCancelled()) rows.add(row(each, Objects.requireNonNull(codes.get(each.body()))));
    }
    return new Reply.Document(
        "livrables-" + day + ".csv",
        "text/csv; charset=utf-8",
        CsvTable.write(HEADS, rows),
        "plan.exported",
        List.of(rows.size()));
  }

  private List<String> row(Deliverable each, String body) {
    String proof = each.proof();
    return List.of(
        each.code(),
        each.kind() == DeliverableKind.MILESTONE ? "jalon" : "livrable",
        each.title(),
        body,
        address(each.person()),
        String.valueOf(each.weight()),
        date(each.baseline()),
        date(each.forecast()),
        date(each.reached()),
        proof == null ? "" : proof,
        each.hard() ? "oui" : "non");
  }

  private String address(@Nullable PersonId person) {
    return person == null ? "" : people.get(person).email();
  }

  private static String date(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
