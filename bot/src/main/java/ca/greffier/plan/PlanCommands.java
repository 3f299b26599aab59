package ca.greffier.plan;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the plan: seeing it, adding to it, linking in it, and moving its dates. */
public final class PlanCommands {
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_WEIGHT = 1000;
  private static final int MOST_LAG = 1000;
  private static final int LONGEST_SPAN = 2000;

  private final Parts in;
  private final Remarks remarks;
  private final DateCommands dates;

  private final Param<Body> ofBody;
  private final Param<LocalDate> asOf;
  private final Param<Deliverable> deliverable;
  private final Param<String> title;
  private final Param<Body> body;
  private final Param<DeliverableKind> kind;
  private final Param<LocalDate> baseline;
  private final Param<Person> person;
  private final Param<Integer> weight;
  private final Param<Boolean> hard;
  private final Param<Deliverable> before;
  private final Param<Deliverable> after;
  private final Param<Integer> lag;
  private final Param<Integer> span;

  /** What the commands of the plan need. */
  public record Parts(
      Plan plan, Dependencies dependencies, Slip slip, Bodies bodies, People people) {}

  public PlanCommands(Parts parts, Kinds kinds) {
    this.in = parts;
    this.remarks = new Remarks(parts.plan(), parts.dependencies(), parts.slip().calendar());
    this.dates = new DateCommands(parts, kinds);
    DirectoryKinds directory = new DirectoryKinds(parts.people(), parts.bodies());
    PlanKinds plan = new PlanKinds(parts.plan());
    this.ofBody = Param.optional("corps", directory.body());
    this.asOf = Param.optional("au", kinds.date());
    this.deliverable = Param.required("livrable", plan.deliverable());
    this.title = Param.required("titre", kinds.text(LONGEST_TITLE));
    this.body = Param.required("corps", directory.body());
    this.kind = Param.optional("nature", PlanKinds.nature(kinds));
    this.baseline = Param.optional("date", kinds.date());
    this.person = Param.optional("responsable", directory.person());
    this.weight = Param.optional("poids", kinds.wholeNumber(0, MOST_WEIGHT));
    this.hard = Param.optional("imposee", kinds.yesNo());
    this.before = Param.required("avant", plan.deliverable());
    this.after = Param.required("apres", plan.deliverable());
    this.span = Param.required("ouvrables", kinds.wholeNumber(0, LONGEST_SPAN));
    this.lag = Param.optional("delai", kinds.wholeNumber(0, MOST_LAG));
  }

  public List<Command> all() {
    List<Command> all = new ArrayList<>(list());
    all.addAll(dates.all());
    return all;
  }

  private List<Command> list() {
    return List.of(
        Command.of("livrable liste", Role.MEMBER, this::list, ofBody, asOf),
        Command.of("livrable voir", Role.MEMBER, this::show, deliverable),
        Command.of(
            "livrable ajouter",
            Role.SECRETARY,
            this::add,
            title,
            body,
            kind,
            baseline,
            person,
            weight,
            hard),
        Command.of("livrable durer", Role.SECRETARY, this::last, deliverable, span),
        Command.of("livrable lier", Role.SECRETARY, this::link, before, after, lag),
        Command.of("livrable delier", Role.SECRETARY, this::unlink, before, after));
  }

  private Reply list(Call call) {
    LocalDate today = in.plan().today(call.at());
    Optional<LocalDate> past = call.find(asOf);
    past.filter(day -> day.isAfter(today))
        .ifPresent(
            day -> {
              throw new Refusal("plan.asof.future", day);
            });
    LocalDate day = past.orElse(today);
    Optional<Body> one = call.find(ofBody);
    List<List<Object>> rows = new ArrayList<>();
    for (Deliverable each : past.map(in.plan()::asOf).orElseGet(in.plan()::all)) {
      if (one.isPresent() && !one.get().id().equals(each.body())) continue;
      rows.add(
          List.of(
              each.code(),
              each.title(),
              in.bodies().get(each.body()).code(),
              MilestoneState.of(each, day, in.slip()).phrase(),
              Optional.ofNullable(each.due()),
              Slip.phrase(in.slip().of(each, day))));
    }
    return new Reply.Table(
        past.isPresent() ? "plan.deliverables.asof" : "plan.deliverables",
        past.<List<Object>>map(known -> List.of(rows.size(), known)).orElse(List.of(rows.size())),
        List.of("plan.code", "plan.title", "plan.body", "plan.state", "plan.due", "plan.slip"),
        rows);
  }

  /** How long it takes: what comes before has its margin from that. */
  private Reply last(Call call) {
    Deliverable what = call.get(deliverable);
    in.dependencies().span(what.id(), call.get(span));
    return Reply.said("plan.span.noted", what.code(), call.get(span));
  }

  private Optional<Reply.Field> margin(Deliverable what) {
    return Optional.ofNullable(
            Margins.of(in.plan(), in.dependencies(), in.slip().calendar()).get(what.id()))
        .map(
            margin ->
                new Reply.Field(
                    "plan.margin",
                    Phrase.of(
                        margin.days() < 0 ? "plan.margin.gone" : "plan.margin.left",
                        Math.abs(margin.days()),
                        margin.latest())));
  }

  private Reply show(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate today = in.plan().today(call.at());
    Dates dates = what.dates();
    Optional<String> responsible =
        Optional.ofNullable(what.person()).map(in.people()::get).map(Person::fullName);
    List<Dependency> links = in.dependencies().of(what.id());
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("plan.state", MilestoneState.of(what, today, in.slip()).phrase()));
    fields.add(new Reply.Field("plan.body", in.bodies().get(what.body()).name()));
    fields.add(new Reply.Field("plan.person", responsible));
    if (dates.original() != null && !dates.original().equals(dates.baseline()))
      fields.add(new Reply.Field("plan.original", dates.original()));
    fields.add(new Reply.Field("plan.baseline", Optional.ofNullable(dates.baseline())));
    if (!links.isEmpty()) margin(what).ifPresent(fields::add);
    if (what.hard()) fields.add(new Reply.Field("plan.hard", Phrase.of("plan.hard.yes")));
    fields.add(new Reply.Field("plan.forecast", Optional.ofNullable(dates.forecast())));
    fields.add(new Reply.Field("plan.reachedon", Optional.ofNullable(dates.reached())));
    add(fields, "plan.acceptedon", Optional.ofNullable(dates.accepted()));
    add(fields, "plan.cancelledon", Optional.ofNullable(dates.cancelled()));
    add(fields, "plan.proof", Optional.ofNullable(what.proof()));
    fields.add(new Reply.Field("plan.slip", Slip.phrase(in.slip().of(what, today))));
    fields.add(new Reply.Field("plan.moves", what.moves()));
    fields.add(
        new Reply.Field("plan.declared", Optional.ofNullable(what.declared()).map(Percent::new)));
    fields.add(new Reply.Field("plan.weight", what.weight()));
    add(fields, "plan.waitsfor", codes(links, what, false));
    add(fields, "plan.awaitedby", codes(links, what, true));
    return new Reply.Card("plan.deliverable", List.of(what.code(), what.title()), fields);
  }

  private static void add(List<Reply.Field> fields, String label, Optional<?> value) {
    value.ifPresent(known -> fields.add(new Reply.Field(label, known)));
  }

  private Optional<List<String>> codes(List<Dependency> links, Deliverable what, boolean later) {
    List<String> codes =
        links.stream()
            .filter(each -> (later ? each.before() : each.after()).equals(what.id()))
            .map(each -> in.plan().get(later ? each.after() : each.before()).code())
            .toList();
    return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
  }

  private Reply add(Call call) {
    DeliverableKind what = call.find(kind).orElse(DeliverableKind.DELIVERABLE);
    String code = in.plan().nextCode(what);
    Optional<LocalDate> date = call.find(baseline);
    in.plan()
        .put(
            new Plan.Entry(
                code,
                what,
                call.get(title),
                call.get(body).id(),
                call.find(person).map(Person::id).orElse(null),
                call.find(weight).orElse(0),
                date.orElse(null),
                date.orElse(null),
                null,
                null,
                call.find(hard).orElse(false)),
            call.actor().known(),
            call.at());
    return remarked(
        Reply.said("plan.added", code, call.get(title)), date.map(remarks::on).orElse(List.of()));
  }

  private Reply link(Call call) {
    Deliverable first = call.get(before);
    Deliverable then = call.get(after);
    in.dependencies().link(first, then, call.find(lag).orElse(0));
    LocalDate due = then.due();
    return remarked(
        Reply.said("plan.linked", then.code(), first.code()),
        due == null || !then.isOpen() ? List.of() : remarks.on(then, due));
  }

  private Reply unlink(Call call) {
    Deliverable first = call.get(before);
    Deliverable then = call.get(after);
    in.dependencies().unlink(first, then);
    return Reply.said("plan.unlinked", then.code(), first.code());
  }

  /** A reply, followed by what the dates make one wonder. */
  static Reply remarked(Reply reply, List<Phrase> remarks) {
    if (remarks.isEmpty()) return reply;
    List<Reply> parts = new ArrayList<>();
    parts.add(reply);
    for (Phrase each : remarks) parts.add(new Reply.Said(each.key(), each.arguments()));
    return new Reply.Together(parts);
  }
}
