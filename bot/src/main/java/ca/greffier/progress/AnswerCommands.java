package ca.greffier.progress;

import ca.greffier.command.Actor;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Need;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.AbsenceWords;
import ca.greffier.directory.Bodies;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.PlanKinds;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a person says where the work stands, from any door. */
final class AnswerCommands {
  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_BLOCKER = 1000;

  private final Rounds rounds;
  private final Answering answering;
  private final Bodies bodies;
  private final InstantSource clock;

  private final Param<Round> round;
  private final Param<ProgressState> state;
  private final Param<Integer> percent;
  private final Param<LocalDate> date;
  private final Param<Money> spent;
  private final Param<String> words;
  private final Param<Deliverable> deliverable;
  private final Param<String> blocker;

  /** What the kinds of its parameters come from. */
  record Words(RoundKind rounds, PlanKinds plan, Kinds kinds, InstantSource clock) {}

  AnswerCommands(Rounds rounds, Answering answering, Bodies bodies, Words from) {
    this.rounds = rounds;
    this.answering = answering;
    this.bodies = bodies;
    this.clock = from.clock();
    Kinds kinds = from.kinds();
    this.round = Param.required("ronde", from.rounds());
    this.state = Param.optional("etat", kinds.choice("avancement", ProgressState.choices()));
    this.percent = Param.optional("pourcentage", kinds.percent());
    this.date = Param.optional("date", kinds.date());
    this.spent = Param.optional("depense", new Spent(kinds.money()));
    this.words =
        Param.needed(
            "texte", kinds.longText(LONGEST_WORDS), Need.unless(state, percent, date, spent));
    this.deliverable = Param.needed("livrable", from.plan().deliverable(), this::need);
    this.blocker =
        Param.needed(
            "blocage", kinds.longText(LONGEST_BLOCKER), Need.when(state, ProgressState.BLOCKED));
  }

  List<Command> all() {
    return List.of(
        Command.of(
                "point donner",
                Role.MEMBER,
                this::answer,
                round,
                state,
                percent,
                date,
                spent,
                words,
                deliverable,
                blocker)
            .presetting(this::presets),
        Command.of("point inchange", Role.MEMBER, this::keep, round));
  }

  /** Which deliverable: asked when the body has several left, needed when it would be changed. */
  private Need.Now need(Map<String, String> given) {
    try {
      if (!given.getOrDefault(deliverable.name(), "").isBlank()) return Need.Now.OPTIONAL;
      Round to = round.kind().parse(given.getOrDefault(round.name(), ""));
      if (answering.left(to.body()).size() < 2) return Need.Now.UNASKED;
    } catch (Refusal unknownRound) {
      return Need.Now.UNASKED;
    }
    boolean changes =
        Need.unless(percent, date, spent).after(given) == Need.Now.OPTIONAL
            || Need.when(state, ProgressState.DONE).after(given) == Need.Now.REQUIRED;
    return changes ? Need.Now.REQUIRED : Need.Now.OPTIONAL;
  }

  private Reply answer(Call call) {
    Answering.Said said =
        new Answering.Said(
            call.find(words).orElse(""),
            call.find(state),
            call.find(percent),
            call.find(deliverable),
            call.find(date),
            call.find(spent),
            call.find(blocker));
    Optional<AbsenceWords.Span> away = away(said, call);
    if (away.isPresent()) {
      rounds.noteAbsence(call.actor().known(), away.get(), call.at());
      return Reply.said("progress.away.noted", away.get().starts(), away.get().ends());
    }
    Round to = call.get(round);
    return reply(call, to, answering.take(to, call.actor().known(), said, call.at()));
  }

  /** Words that say no more than that the person is away. */
  private Optional<AbsenceWords.Span> away(Answering.Said said, Call call) {
    if (!said.equals(Answering.Said.words(said.words()))) return Optional.empty();
    return AbsenceWords.read(said.words(), rounds.day(call.at()));
  }

  private Reply keep(Call call) {
    Round to = call.get(round);
    return reply(call, to, answering.keep(to, call.actor().known(), call.at()));
  }

  private Reply reply(Call call, Round to, Answering.Taken taken) {
    String name = bodies.get(to.body()).name();
    List<Reply> parts = new ArrayList<>();
    if (taken.kept().isPresent())
      parts.add(Reply.said("progress.kept", name, taken.kept().get(), to.endsAt()));
    else {
      String key = call.at().isBefore(to.closesAt()) ? "progress.noted" : "progress.noted.late";
      parts.add(Reply.said(key, name, to.endsAt()));
    }
    for (Phrase change : taken.changes())
      parts.add(new Reply.Said(change.key(), change.arguments()));
    return parts.size() == 1 ? parts.getFirst() : new Reply.Together(parts);
  }

  /** What was said last: never words, which are new each time, nor a date that is past. */
  private Map<String, String> presets(Actor actor, Map<String, String> given) {
    Round to = round.kind().parse(given.getOrDefault(round.name(), ""));
    Optional<Answer> last = answering.shown(to, actor.known(), named(given), clock.instant());
    Map<String, String> presets = new HashMap<>();
    last.ifPresent(
        answer -> {
          put(presets, state, answer.state());
          put(presets, percent, answer.percent());
          put(presets, date, answer.forecast());
          put(presets, spent, answer.spent());
          put(presets, blocker, answer.blocker());
          put(presets, deliverable, answering.about(answer));
        });
    return presets;
  }

  private Optional<Deliverable> named(Map<String, String> given) {
    String code = given.getOrDefault(deliverable.name(), "");
    return code.isBlank() ? Optional.empty() : Optional.of(deliverable.kind().parse(code));
  }

  private static <T> void put(Map<String, String> presets, Param<T> param, @Nullable T value) {
    if (value != null) presets.put(param.name(), param.kind().write(value));
  }
}
