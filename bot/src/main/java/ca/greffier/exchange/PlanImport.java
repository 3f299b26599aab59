package ca.greffier.exchange;

import ca.greffier.command.Attachment;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableKind;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanKinds;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.table.TableImport;
import ca.greffier.table.TableImport.Planned;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Brings deliverables in from a table; the same table again changes nothing. */
final class PlanImport {
  private static final List<String> HEADS =
      List.of("code", "titre", "corps", "responsable", "poids", "reference", "prevu");
  private static final List<String> TELLING = List.of("code", "corps");
  private static final int MOST_WEIGHT = 1000;
  private static final int LONGEST_PROOF = 500;
  private static final int LONGEST_SPAN = 2000;

  private final Plan plan;
  private final Dependencies dependencies;
  private final Bodies bodies;
  private final People people;
  private final Kind<LocalDate> date;
  private final Kind<Integer> weight;
  private final Kind<Integer> days;
  private final Kind<DeliverableKind> nature;
  private final Kind<String> proof;
  private final Kind<Boolean> hard;

  PlanImport(Plan plan, Dependencies dependencies, Bodies bodies, People people, Kinds kinds) {
    this.plan = plan;
    this.dependencies = dependencies;
    this.bodies = bodies;
    this.people = people;
    this.date = kinds.date();
    this.days = kinds.wholeNumber(0, LONGEST_SPAN);
    this.weight = kinds.wholeNumber(0, MOST_WEIGHT);
    this.nature = PlanKinds.nature(kinds);
    this.hard = kinds.yesNo();
    this.proof = kinds.text(LONGEST_PROOF);
  }

  /** Whether it is such a table, perhaps one that lacks a column, and not that of a scheduler. */
  static boolean isFor(Attachment file) {
    return TableFile.find(file, columns -> columns.containsAll(TELLING)).isPresent();
  }

  /**
   * The columns {@code nature}, {@code atteint}, {@code preuve}, {@code imposee} and {@code duree}
   * (working days) may be there too; without the first, a code in {@code J-} is a milestone.
   */
  TableImport deliverables(Attachment file, PersonId by, Instant at) {
    TableFile table = TableFile.read(file, HEADS.toArray(String[]::new));
    return TableImport.read(table, "code", row -> deliverable(row, by, at));
  }

  private Planned deliverable(Row row, PersonId by, Instant at) {
    String code = TableImport.code(row);
    Plan.Entry entry =
        new Plan.Entry(
            code,
            TableImport.value(row, "nature", nature).orElseGet(() -> DeliverableKind.ofCode(code)),
            TableImport.filled(row, "titre"),
            body(row).id(),
            responsible(row).map(Person::id).orElse(null),
            TableImport.value(row, "poids", weight).orElse(0),
            TableImport.value(row, "reference", date).orElse(null),
            TableImport.value(row, "prevu", date).orElse(null),
            TableImport.value(row, "atteint", date).orElse(null),
            TableImport.value(row, "preuve", proof).orElse(null),
            TableImport.value(row, "imposee", hard).orElse(null));
    LocalDate reached = entry.reached();
    if (reached != null) plan.requirePast(entry.code(), reached, at);
    Optional<Deliverable> known = plan.byCode(entry.code());
    known.ifPresent(before -> checkDates(before, entry));
    Phrase what =
        known
            .map(before -> PlanDifference.of(before, entry).phrase())
            .orElseGet(() -> Phrase.of("import.new"));
    Optional<Integer> span = TableImport.value(row, "duree", days);
    return new Planned(
        what,
        () -> {
          plan.put(entry, by, at);
          span.ifPresent(
              given -> dependencies.span(plan.byCode(entry.code()).orElseThrow().id(), given));
        });
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
    String code = TableImport.filled(row, "corps");
    return bodies.byCode(code).orElseThrow(() -> new Refusal("plan.import.body", code));
  }

  private Optional<Person> responsible(Row row) {
    String address = row.cell("responsable");
    if (address.isEmpty()) return Optional.empty();
    return Optional.of(
        people.byEmail(address).orElseThrow(() -> new Refusal("plan.import.person", address)));
  }
}
