package ca.greffier.gap;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the gaps; only whoever runs the project sees them. */
public final class GapCommands {
  private static final int MOST_MEASURES = 20;
  private static final int MOST_ROWS = 50;

  private static final int LONGEST_REASON = 300;
  private static final int MOST_SNOOZED_DAYS = 90;

  private final Gaps gaps;
  private final Choosing choosing;
  private final Prospects prospects;
  private final ThresholdRegister thresholds;
  private final People people;
  private final ZoneId zone;
  private final Param<GapState> state;
  private final Param<Gap> gap;
  private final Param<Integer> measure;
  private final Param<Integer> chosen;
  private final Param<Person> owner;
  private final Param<LocalDate> due;
  private final Param<Money> cost;
  private final Param<LocalDate> until;
  private final Param<String> reason;

  /** What the commands act on. */
  public record Parts(
      Gaps gaps,
      Choosing choosing,
      Prospects prospects,
      ThresholdRegister thresholds,
      People people) {}

  public GapCommands(Parts parts, Kinds kinds, DirectoryKinds directoryKinds, ZoneId zone) {
    this.gaps = parts.gaps();
    this.choosing = parts.choosing();
    this.prospects = parts.prospects();
    this.thresholds = parts.thresholds();
    this.people = parts.people();
    this.zone = zone;
    this.state = Param.optional("etat", kinds.choice("ecarts", GapState.choices()));
    this.gap = Param.required("ecart", new GapKind(gaps));
    this.measure = Param.optional("mesure", kinds.wholeNumber(1, MOST_MEASURES));
    this.chosen = Param.required("mesure", kinds.wholeNumber(1, MOST_MEASURES));
    this.owner = Param.optional("responsable", directoryKinds.person());
    this.due = Param.optional("echeance", kinds.date());
    this.cost = Param.optional("cout", kinds.money());
    this.until = Param.required("jusqua", kinds.date());
    this.reason = Param.required("raison", kinds.text(LONGEST_REASON));
  }

  public List<Command> all() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of("ecart liste", secretary, this::list, state),
        Command.of("ecart voir", secretary, this::show, gap),
        Command.of("ecart pourquoi", secretary, this::why, gap),
        Command.of("ecart prendre", secretary, this::take, gap, measure),
        Command.of("ecart choisir", secretary, this::choose, gap, chosen, owner, due, cost),
        Command.of("ecart sourdine", secretary, this::snooze, gap, until, reason),
        Command.of("ecart accepter", secretary, this::accept, gap, reason),
        Command.of("ecart resoudre", secretary, this::settle, gap));
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    List<Gap> listed =
        call.find(state).map(wanted -> gaps.in(wanted, MOST_ROWS)).orElseGet(gaps::pending);
    for (Gap each : listed) {
      rows.add(
          List.of(
              each.id().code(),
              each.severity().phrase(),
              each.title(),
              each.state().phrase(),
              each.takenBy().map(people::get).map(Person::fullName),
              each.openedAt()));
    }
    return new Reply.Table(
        "gap.list",
        List.of(rows.size()),
        List.of("gap.code", "gap.severity", "gap.title", "gap.state", "gap.who", "gap.since"),
        rows);
  }

  private Reply show(Call call) {
    Gap one = call.get(gap);
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("gap.severity", one.severity().phrase()));
    fields.add(new Reply.Field("gap.state", one.state().phrase()));
    for (Phrase fact : one.facts()) fields.add(new Reply.Field("gap.fact", fact));
    fields.add(new Reply.Field("gap.cause", one.cause()));
    one.until().ifPresent(day -> fields.add(new Reply.Field("gap.until", day)));
    one.reason().ifPresent(why -> fields.add(new Reply.Field("gap.reason", why)));
    Reply.Card card = new Reply.Card("gap.card", List.of(one.id().code(), one.title()), fields);
    return one.state() == GapState.RESOLVED
        ? Reply.together(card, chosen(one), history(one))
        : Reply.together(card, measures(one, call), chosen(one), history(one));
  }

  /** From the rule to the figures: what it compares, with what, and where the facts are. */
  private Reply why(Call call) {
    Gap one = call.get(gap);
    Thresholds now = thresholds.now();
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("gap.rule", Phrase.of("gap.rule." + one.rule())));
    for (Threshold each : Threshold.values()) {
      if (each.rule().equals(one.rule()))
        fields.add(
            new Reply.Field(
                "gap.compared",
                Phrase.of("gap.compared.with", each.phrase(), each.phrase(now.of(each)))));
    }
    for (Phrase fact : one.facts()) fields.add(new Reply.Field("gap.fact", fact));
    fields.add(new Reply.Field("gap.cause", one.cause()));
    return new Reply.Card("gap.why", List.of(one.id().code(), one.title()), fields);
  }

  private Reply chosen(Gap one) {
    List<List<Object>> rows = new ArrayList<>();
    for (ChosenMeasures.Row row : choosing.of(one.id()))
      rows.add(
          List.of(
              gaps.catalogue().phrase(row.measure()),
              people.get(row.owner()).fullName(),
              row.due(),
              Optional.ofNullable(row.cost()).map(Money::new),
              row.action(),
              Optional.ofNullable(row.outcome()).map(Outcome::phrase)));
    return new Reply.Table(
        "gap.chosen",
        List.of(rows.size()),
        List.of(
            "gap.measure", "gap.owner", "gap.due", "gap.cost", "gap.action.number", "gap.outcome"),
        rows);
  }

  private Reply measures(Gap one, Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Prospects.Prospect each : prospects.on(LocalDate.ofInstant(call.at(), zone)).of(one))
      rows.add(
          List.of(
              rows.size() + 1,
              each.measure(),
              each.owner().map(Person::fullName),
              each.due(),
              each.cost(),
              each.effect()));
    return new Reply.Table(
        "gap.measures",
        List.of(rows.size()),
        List.of("gap.number", "gap.measure", "gap.owner", "gap.due", "gap.cost", "gap.brings"),
        rows);
  }

  private Reply history(Gap one) {
    List<List<Object>> rows = new ArrayList<>();
    for (Gaps.Event event : gaps.history(one.id())) {
      Optional<String> who = event.person().map(people::get).map(Person::fullName);
      rows.add(List.of(event.at(), event.what(), who, event.measure(), event.reason()));
    }
    return new Reply.Table(
        "gap.history",
        List.of(rows.size()),
        List.of("gap.when", "gap.event", "gap.who", "gap.measure", "gap.reason"),
        rows);
  }

  private Reply take(Call call) {
    Gap one = call.get(gap);
    Optional<Integer> number = call.find(measure);
    PersonId by = call.actor().known();
    if (number.isPresent())
      return chosen(call, number.get(), terms(people.get(by), Optional.empty(), Optional.empty()));
    gaps.take(one, by, call.at());
    return Reply.said("gap.taken", one.id().code(), one.title());
  }

  private Reply choose(Call call) {
    Person whose = call.find(owner).orElseGet(() -> people.get(call.actor().known()));
    return chosen(call, call.get(chosen), terms(whose, call.find(due), call.find(cost)));
  }

  private static Choosing.Terms terms(Person owner, Optional<LocalDate> due, Optional<Money> cost) {
    return new Choosing.Terms(owner, due, cost);
  }

  private Reply chosen(Call call, int number, Choosing.Terms terms) {
    Gap one = call.get(gap);
    Choosing.Action action = choosing.choose(one, number, terms, call.actor().known(), call.at());
    return Reply.said(
        "gap.chosen.done",
        one.id().code(),
        Gaps.measure(one, number),
        action.number(),
        terms.owner().fullName(),
        action.due());
  }

  private Reply snooze(Call call) {
    Gap one = call.get(gap);
    LocalDate day = call.get(until);
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    if (!day.isAfter(today)) throw new Refusal("gap.snooze.past", day);
    if (day.isAfter(today.plusDays(MOST_SNOOZED_DAYS)))
      throw new Refusal("gap.snooze.long", MOST_SNOOZED_DAYS);
    gaps.snooze(one, day, call.get(reason), call.actor().known(), call.at());
    return Reply.said("gap.snoozed", one.id().code(), one.title(), day);
  }

  private Reply accept(Call call) {
    Gap one = call.get(gap);
    gaps.accept(one, call.get(reason), call.actor().known(), call.at());
    return Reply.said("gap.accepted", one.id().code(), one.title());
  }

  private Reply settle(Call call) {
    Gap one = call.get(gap);
    gaps.settle(one, call.actor().known(), call.at());
    return Reply.said("gap.settled", one.id().code(), one.title());
  }
}
