package ca.greffier.gap;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the gaps; only whoever runs the project sees them. */
public final class GapCommands {
  private static final int MOST_MEASURES = 20;
  private static final int MOST_ROWS = 50;

  private final Gaps gaps;
  private final People people;
  private final Param<GapState> state;
  private final Param<Gap> gap;
  private final Param<Integer> measure;

  public GapCommands(Gaps gaps, People people, Kinds kinds) {
    this.gaps = gaps;
    this.people = people;
    this.state = Param.optional("etat", kinds.choice("ecarts", GapState.choices()));
    this.gap = Param.required("ecart", new GapKind(gaps));
    this.measure = Param.optional("mesure", kinds.wholeNumber(1, MOST_MEASURES));
  }

  public List<Command> all() {
    return List.of(
        Command.of("ecart liste", Role.SECRETARY, this::list, state),
        Command.of("ecart voir", Role.SECRETARY, this::show, gap),
        Command.of("ecart prendre", Role.SECRETARY, this::take, gap, measure),
        Command.of("ecart regler", Role.SECRETARY, this::settle, gap));
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    List<Gap> listed =
        call.find(state).map(wanted -> gaps.in(wanted, MOST_ROWS)).orElseGet(gaps::unresolved);
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
    one.measure().ifPresent(chosen -> fields.add(new Reply.Field("gap.measure", chosen)));
    Reply.Card card = new Reply.Card("gap.card", List.of(one.id().code(), one.title()), fields);
    return Reply.together(card, measures(one), history(one));
  }

  private static Reply measures(Gap one) {
    List<List<Object>> rows = new ArrayList<>();
    for (Phrase each : one.measures()) rows.add(List.of(rows.size() + 1, each));
    return new Reply.Table(
        "gap.measures", List.of(rows.size()), List.of("gap.number", "gap.measure"), rows);
  }

  private Reply history(Gap one) {
    List<List<Object>> rows = new ArrayList<>();
    for (Gaps.Event event : gaps.history(one.id())) {
      Optional<String> who = event.person().map(people::get).map(Person::fullName);
      rows.add(List.of(event.at(), event.what(), who, event.measure()));
    }
    return new Reply.Table(
        "gap.history",
        List.of(rows.size()),
        List.of("gap.when", "gap.event", "gap.who", "gap.measure"),
        rows);
  }

  private Reply take(Call call) {
    Gap one = call.get(gap);
    Optional<Integer> number = call.find(measure);
    gaps.take(one, call.actor().known(), number, call.at());
    if (number.isEmpty()) return Reply.said("gap.taken", one.id().code(), one.title());
    Phrase chosen = Gaps.measure(one, number.get());
    return Reply.said("gap.taken.measure", one.id().code(), one.title(), chosen);
  }

  private Reply settle(Call call) {
    Gap one = call.get(gap);
    gaps.settle(one, call.actor().known(), call.at());
    return Reply.said("gap.settled", one.id().code(), one.title());
  }
}
