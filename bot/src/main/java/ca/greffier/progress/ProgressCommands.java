package ca.greffier.progress;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.PlanKinds;
import ca.greffier.text.Phrase;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked of the rounds. */
public final class ProgressCommands {
  private static final int USUAL_DAYS = 5;
  private static final int MOST_DAYS = 20;
  private static final int SHOWN_WORDS = 200;

  /** Those that do the work; a committee decides, it does not report. */
  private static final Set<BodyKind> ASKED = EnumSet.of(BodyKind.WORKING_GROUP, BodyKind.SUPPLIER);

  private final Rounds rounds;
  private final Answering answering;
  private final Bodies bodies;
  private final People people;
  private final AnswerCommands answers;
  private final ZoneId zone;

  private final Param<Body> body;
  private final Param<Integer> days;
  private final Param<Round> anyRound;
  private final Param<Deliverable> oneDeliverable;

  public ProgressCommands(
      Rounds rounds,
      Answering answering,
      Bodies bodies,
      People people,
      PlanKinds plan,
      Kinds kinds,
      InstantSource clock,
      ZoneId zone) {
    this.rounds = rounds;
    this.answering = answering;
    this.bodies = bodies;
    this.zone = zone;
    this.people = people;
    RoundKind number = new RoundKind(rounds, bodies, clock);
    this.answers =
        new AnswerCommands(
            rounds, answering, bodies, new AnswerCommands.Words(number, plan, kinds, clock));
    this.body = Param.optional("corps", new DirectoryKinds(people, bodies).body());
    this.days = Param.optional("jours", kinds.wholeNumber(1, MOST_DAYS));
    this.anyRound = Param.optional("ronde", number);
    this.oneDeliverable = Param.optional("livrable", plan.deliverable());
  }

  public List<Command> all() {
    List<Command> all = new ArrayList<>(answers.all());
    all.addAll(
        List.of(
            Command.of("point lancer", Role.SECRETARY, this::open, body, days),
            Command.of("point historique", Role.MEMBER, this::history, body, oneDeliverable),
            Command.of("point etat", Role.MEMBER, this::show, anyRound)));
    return all;
  }

  private Reply open(Call call) {
    int window = call.find(days).orElse(USUAL_DAYS);
    Optional<Body> one = call.find(body);
    if (one.isPresent()) {
      Round opened = rounds.open(one.get(), window, call.actor().known(), call.at());
      int asked = askedIn(opened);
      return Reply.said("progress.opened", asked, one.get().name(), opened.closesAt());
    }
    List<List<Object>> rows = new ArrayList<>();
    int opened = 0;
    for (Body each : bodies.all()) {
      if (!ASKED.contains(each.kind())) continue;
      Phrase outcome = openIfPossible(each, window, call);
      if (outcome.key().equals("progress.opened.row")) opened++;
      rows.add(List.of(each.code(), each.name(), outcome));
    }
    return new Reply.Table(
        "progress.opened.all",
        List.of(opened),
        List.of("progress.code", "progress.body", "progress.outcome"),
        rows);
  }

  /** A body that cannot be asked does not keep the others from it. */
  private Phrase openIfPossible(Body each, int window, Call call) {
    if (rounds.isOpen(each.id())) return Phrase.of("progress.opened.already");
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    if (bodies.respondents(each.id(), today).isEmpty()) return Phrase.of("progress.opened.nobody");
    Round opened = rounds.open(each, window, call.actor().known(), call.at());
    return Phrase.of("progress.opened.row", askedIn(opened), opened.closesAt());
  }

  private Reply history(Call call) {
    Optional<Body> one = call.find(body);
    Optional<Deliverable> about = call.find(oneDeliverable);
    if (one.isPresent() == about.isPresent()) throw new Refusal("progress.history.which");
    List<List<Object>> rows =
        about
            .map(each -> rounds.history(each.id()))
            .or(() -> one.map(each -> rounds.history(each.id())))
            .orElseThrow()
            .stream()
            .map(this::row)
            .toList();
    return new Reply.Table(
        "progress.history",
        List.of(
            rows.size(), about.map(Deliverable::code).or(() -> one.map(Body::name)).orElseThrow()),
        List.of("progress.at", "progress.by", "progress.given", "progress.words"),
        rows);
  }

  private List<Object> row(Answer answer) {
    return List.of(
        answer.at(),
        people.get(answer.person()).fullName(),
        answering.details(answer),
        cut(answer.words()));
  }

  private static String cut(String words) {
    String line = words.replaceAll("\\s+", " ");
    return line.length() <= SHOWN_WORDS ? line : line.substring(0, SHOWN_WORDS) + "…";
  }

  private Reply show(Call call) {
    Optional<Round> one = call.find(anyRound);
    if (one.isPresent()) return card(one.get(), call);
    List<List<Object>> rows = new ArrayList<>();
    for (Round each : rounds.latest()) {
      Body asked = bodies.get(each.body());
      rows.add(List.of(each.id().value(), asked.code(), count(each), each.closesAt()));
    }
    return new Reply.Table(
        "progress.rounds",
        List.of(rows.size()),
        List.of("progress.round", "progress.code", "progress.answers", "progress.closes"),
        rows);
  }

  private Phrase count(Round round) {
    List<Rounds.Asked> asked = rounds.asked(round.id());
    long answered = asked.stream().filter(each -> each.answeredAt().isPresent()).count();
    return Phrase.of("progress.count", (int) answered, asked.size());
  }

  private int askedIn(Round round) {
    return (int) rounds.asked(round.id()).stream().filter(each -> each.ask() != null).count();
  }

  /** The names of those who are awaited, or away, are for whoever runs the project. */
  private Reply card(Round round, Call call) {
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    List<String> answered = new ArrayList<>();
    List<String> awaited = new ArrayList<>();
    List<String> away = new ArrayList<>();
    for (Rounds.Asked each : rounds.asked(round.id())) {
      String name = each.person().fullName();
      if (each.answeredAt().isPresent()) answered.add(name);
      else if (rounds.isAway(each.person().id(), today)) away.add(name);
      else awaited.add(name);
    }
    boolean named = call.actor().role().covers(Role.SECRETARY);
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("progress.closes", round.closesAt()));
    fields.add(
        new Reply.Field("progress.answered", answered.isEmpty() ? Optional.empty() : answered));
    fields.add(
        new Reply.Field(
            "progress.awaited", named && !awaited.isEmpty() ? awaited : awaited.size()));
    if (!away.isEmpty()) fields.add(new Reply.Field("progress.away", named ? away : away.size()));
    return new Reply.Card(
        "progress.card",
        List.of(String.valueOf(round.id().value()), bodies.get(round.body()).name()),
        fields);
  }
}
