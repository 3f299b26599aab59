package ca.greffier.plan;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the deliverables. */
public final class PlanCommands {
  private static final int MOST_BYTES = 2_000_000;

  private final Plan plan;
  private final Slip slip;
  private final Bodies bodies;
  private final People people;
  private final PlanImport imports;

  private final Param<Body> body;
  private final Param<Deliverable> deliverable;
  private final Param<LocalDate> newDate;
  private final Param<LocalDate> reachedOn;
  private final Param<Attachment> file;
  private final Param<Boolean> trial;

  public PlanCommands(Plan plan, Slip slip, Bodies bodies, People people, Kinds kinds) {
    this.plan = plan;
    this.slip = slip;
    this.bodies = bodies;
    this.people = people;
    this.imports = new PlanImport(plan, bodies, people, kinds);
    this.body = Param.optional("corps", new DirectoryKinds(people, bodies).body());
    this.deliverable = Param.required("livrable", new PlanKinds(plan).deliverable());
    this.newDate = Param.required("date", kinds.date());
    this.reachedOn = Param.optional("date", kinds.date());
    this.file = Param.required("fichier", kinds.file(MOST_BYTES, "csv"));
    this.trial = Param.optional("essai", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(
        Command.of("livrable liste", Role.MEMBER, this::list, body),
        Command.of("livrable voir", Role.MEMBER, this::show, deliverable),
        Command.of("livrable prevoir", Role.SECRETARY, this::forecast, deliverable, newDate),
        Command.of("livrable atteint", Role.SECRETARY, this::reach, deliverable, reachedOn),
        Command.of("livrable importer", Role.SECRETARY, this::importTable, file, trial));
  }

  private Reply list(Call call) {
    LocalDate today = plan.today(call.at());
    Optional<Body> one = call.find(body);
    List<List<Object>> rows = new ArrayList<>();
    for (Deliverable each : one.map(found -> plan.of(found.id())).orElseGet(plan::all)) {
      rows.add(
          List.of(
              each.code(),
              each.title(),
              bodies.get(each.body()).code(),
              MilestoneState.of(each, today, slip).phrase(),
              Optional.ofNullable(each.due()),
              Slip.phrase(slip.of(each, today))));
    }
    return new Reply.Table(
        "plan.deliverables",
        List.of(rows.size()),
        List.of("plan.code", "plan.title", "plan.body", "plan.state", "plan.due", "plan.slip"),
        rows);
  }

  private Reply show(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate today = plan.today(call.at());
    Optional<String> person =
        Optional.ofNullable(what.person()).map(people::get).map(Person::fullName);
    return new Reply.Card(
        "plan.deliverable",
        List.of(what.code(), what.title()),
        List.of(
            new Reply.Field("plan.state", MilestoneState.of(what, today, slip).phrase()),
            new Reply.Field("plan.body", bodies.get(what.body()).name()),
            new Reply.Field("plan.person", person),
            new Reply.Field("plan.baseline", Optional.ofNullable(what.baseline())),
            new Reply.Field("plan.forecast", Optional.ofNullable(what.forecast())),
            new Reply.Field("plan.reachedon", Optional.ofNullable(what.reached())),
            new Reply.Field("plan.slip", Slip.phrase(slip.of(what, today))),
            new Reply.Field("plan.moves", what.moves()),
            new Reply.Field(
                "plan.declared", Optional.ofNullable(what.declared()).map(Percent::new)),
            new Reply.Field("plan.weight", what.weight())));
  }

  private Reply forecast(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate date = call.get(newDate);
    plan.forecast(what, date, call.actor().known(), call.at());
    int days = slip.days(what.baseline(), date);
    return Reply.said("plan.forecast.noted", what.code(), date, Slip.phrase(days));
  }

  private Reply reach(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate on = call.find(reachedOn).orElseGet(() -> plan.today(call.at()));
    plan.reach(what, on, call.at());
    int days = slip.days(what.baseline(), on);
    return Reply.said("plan.reach.noted", what.code(), what.title(), on, Slip.phrase(days));
  }

  private Reply importTable(Call call) {
    return imports
        .deliverables(call.get(file), call.actor().known(), call.at())
        .run(call.find(trial).orElse(false));
  }
}
