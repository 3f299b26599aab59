package ca.greffier.plan;

import ca.greffier.command.Attachment;
import ca.greffier.command.CsvFile;
import ca.greffier.command.CsvFile.Row;
import ca.greffier.command.CsvImport;
import ca.greffier.command.CsvImport.Planned;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Brings deliverables in from a table; the same table again changes nothing. */
final class PlanImport {
  private static final int MOST_WEIGHT = 1000;
  private static final int LONGEST_PROOF = 500;

  private final Plan plan;
  private final Bodies bodies;
  private final People people;
  private final Kind<LocalDate> date;
  private final Kind<Integer> weight;
  private final Kind<DeliverableKind> nature;
  private final Kind<String> proof;
  private final Kind<Boolean> hard;

  PlanImport(Plan plan, Bodies bodies, People people, Kinds kinds) {
    this.plan = plan;
    this.bodies = bodies;
    this.people = people;
    this.date = kinds.date();
    this.weight = kinds.wholeNumber(0, MOST_WEIGHT);
    this.nature = kinds.choice("livrable", PlanCommands.kindNames());
    this.hard = kinds.yesNo();
    this.proof = kinds.text(LONGEST_PROOF);
  }

  /**
   * The columns {@code nature}, {@code atteint}, {@code preuve} and {@code imposee} may be there
   * too; without the first, a code in {@code J-} is a milestone.
   */
  CsvImport deliverables(Attachment file, PersonId by, Instant at) {
    CsvFile table =
        CsvFile.read(file, "code", "titre", "corps", "responsable", "poids", "reference", "prevu");
    return CsvImport.read(table, "code", row -> deliverable(row, by, at));
  }

  private Planned deliverable(Row row, PersonId by, Instant at) {
    String code = CsvImport.code(row);
    Plan.Entry entry =
        new Plan.Entry(
            code,
            CsvImport.value(row, "nature", nature).orElseGet(() -> DeliverableKind.ofCode(code)),
            CsvImport.filled(row, "titre"),
            body(row).id(),
            responsible(row).map(Person::id).orElse(null),
            CsvImport.value(row, "poids", weight).orElse(0),
            CsvImport.value(row, "reference", date).orElse(null),
            CsvImport.value(row, "prevu", date).orElse(null),
            CsvImport.value(row, "atteint", date).orElse(null),
            CsvImport.value(row, "preuve", proof).orElse(null),
            CsvImport.value(row, "imposee", hard).orElse(null));
    LocalDate reached = entry.reached();
    if (reached != null) plan.requirePast(entry.code(), reached, at);
    Optional<Deliverable> known = plan.byCode(entry.code());
    known.ifPresent(before -> checkDates(before, entry));
    Phrase what = Phrase.of(known.isPresent() ? "import.corrected" : "import.new");
    return new Planned(what, () -> plan.put(entry, by, at));
  }

  /** A baseline moves only by an approved change (domain.md K23), a reached one does not at all. */
  private static void checkDates(Deliverable before, Plan.Entry entry) {
    LocalDate baseline = before.baseline();
    if (baseline != null && entry.baseline() != null && !baseline.equals(entry.baseline()))
      throw new Refusal("plan.import.baseline", baseline, entry.baseline());
    LocalDate cancelled = before.dates().cancelled();
    boolean moves = entry.forecast() != null && !entry.forecast().equals(before.forecast());
    if (cancelled != null && (moves || entry.reached() != null))
      throw new Refusal("plan.cancelled", before.code(), cancelled);
    LocalDate reached = before.reached();
    if (reached != null && moves) throw new Refusal("plan.reached", before.code(), reached);
  }

  private Body body(Row row) {
    String code = CsvImport.filled(row, "corps");
    return bodies.byCode(code).orElseThrow(() -> new Refusal("plan.import.body", code));
  }

  private Optional<Person> responsible(Row row) {
    String address = row.cell("responsable");
    if (address.isEmpty()) return Optional.empty();
    return Optional.of(
        people.byEmail(address).orElseThrow(() -> new Refusal("plan.import.person", address)));
  }
}
