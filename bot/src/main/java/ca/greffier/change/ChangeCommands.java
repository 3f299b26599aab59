package ca.greffier.change;

import ca.greffier.budget.BudgetLine;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.plan.Deliverable;
import ca.greffier.text.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What can be asked of the register of changes. */
public final class ChangeCommands {
  private static final int LONGEST = 1000;
  private static final int LONGEST_TITLE = 200;

  private final Changes changes;
  private final ChangeViews views;
  private final ZoneId zone;

  private final Param<Change> change;
  private final Param<Deliverable> deliverable;
  private final Param<LocalDate> date;
  private final Param<BudgetLine> line;
  private final Param<Money> amount;
  private final Param<String> title;
  private final Param<String> reason;
  private final Param<String> scope;
  private final Param<String> schedule;
  private final Param<String> cost;
  private final Param<String> quality;
  private final Param<String> risks;
  private final Param<String> options;
  private final Param<String> recommendation;
  private final Param<ChangeState> verdict;
  private final Param<Person> decider;
  private final Param<String> minutes;
  private final Param<LocalDate> decidedOn;
  private final Param<String> words;
  private final Param<Boolean> decidedToo;

  /** What parameters of the rooms below are made of. */
  public record Words(
      Kinds kinds, Kind<Deliverable> deliverable, Kind<BudgetLine> line, Kind<Person> person) {}

  public ChangeCommands(Changes changes, People people, Words in, ZoneId zone) {
    this.changes = changes;
    this.views = new ChangeViews(changes, people);
    this.zone = zone;
    Kinds kinds = in.kinds();
    Kind<String> text = kinds.longText(LONGEST);
    this.change = Param.required("changement", new ChangeKinds(changes));
    this.deliverable = Param.required("livrable", in.deliverable());
    this.date = Param.required("date", kinds.date());
    this.line = Param.required("poste", in.line());
    this.amount = Param.required("autorise", kinds.money());
    this.title = Param.required("titre", kinds.text(LONGEST_TITLE));
    this.reason = Param.required("raison", text);
    this.scope = Param.optional("portee", text);
    this.schedule = Param.optional("echeancier", text);
    this.cost = Param.optional("cout", text);
    this.quality = Param.optional("qualite", text);
    this.risks = Param.optional("risques", text);
    this.options = Param.optional("options", text);
    this.recommendation = Param.optional("recommandation", text);
    this.verdict = Param.required("decision", kinds.choice("verdict", ChangeState.decisions()));
    this.decider = Param.optional("decideur", in.person());
    this.minutes = Param.optional("pv", kinds.text(LONGEST_TITLE));
    this.decidedOn = Param.optional("date", kinds.date());
    this.words = Param.optional("conclusion", text);
    this.decidedToo = Param.optional("tout", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(
        Command.of("changement liste", Role.MEMBER, this::list, decidedToo),
        Command.of("changement voir", Role.MEMBER, call -> views.card(call.get(change)), change),
        Command.of("changement dater", Role.MEMBER, this::redate, deliverable, date, reason),
        Command.of("changement budgeter", Role.SECRETARY, this::rebudget, line, amount, reason),
        Command.of("changement proposer", Role.MEMBER, this::propose, title, reason),
        Command.of("changement motiver", Role.MEMBER, this::explain, change, reason),
        Command.of(
            "changement completer",
            Role.SECRETARY,
            this::detail,
            change,
            scope,
            schedule,
            cost,
            quality,
            risks,
            options,
            recommendation),
        Command.of("changement soumettre", Role.SECRETARY, this::submit, change),
        Command.of(
            "changement decider",
            Role.SECRETARY,
            this::decide,
            change,
            verdict,
            decider,
            minutes,
            decidedOn,
            words),
        Command.of("changement retirer", Role.MEMBER, this::withdraw, change));
  }

  private Reply list(Call call) {
    return views.table(call.find(decidedToo).orElse(false) ? changes.all() : changes.open());
  }

  private Reply redate(Call call) {
    return request(call, Changes.Move.of(call.get(deliverable), call.get(date)));
  }

  private Reply rebudget(Call call) {
    Money to = call.get(amount);
    if (to.compareTo(Money.ZERO) < 0) throw new Refusal("change.negative", to);
    return request(call, Changes.Move.of(call.get(line), to));
  }

  private Reply propose(Call call) {
    return request(call, Changes.Move.of(call.get(title)));
  }

  private Reply request(Call call, Changes.Move move) {
    Change made = changes.request(move, call.get(reason), call.actor().known(), call.at());
    return Reply.said(
        "change.noted",
        made.code(),
        made.title(),
        ChangeViews.moved(made),
        changes.authority(made).phrase());
  }

  private Reply explain(Call call) {
    Change asked = call.get(change);
    requireRight(call, asked);
    Change told = changes.explain(asked, call.get(reason));
    return Reply.said("change.explained", told.code());
  }

  private Reply detail(Call call) {
    Change before = call.get(change);
    Impacts known = before.impacts();
    changes.detail(
        before,
        new Impacts(
            call.find(scope).orElse(known.scope()),
            call.find(schedule).orElse(known.schedule()),
            call.find(cost).orElse(known.cost()),
            call.find(quality).orElse(known.quality()),
            call.find(risks).orElse(known.risks())),
        call.find(options).orElse(before.options()),
        call.find(recommendation).orElse(before.recommendation()));
    return views.card(changes.get(before.id()));
  }

  private Reply submit(Call call) {
    Change draft = call.get(change);
    changes.submit(draft, call.actor().known(), call.at());
    return Reply.said("change.sent", draft.code(), changes.authority(draft).phrase());
  }

  private Reply decide(Call call) {
    Change asked = call.get(change);
    ChangeState state = call.get(verdict);
    changes.decide(
        asked,
        new Changes.Decision(
            state,
            call.find(decidedOn).orElseGet(() -> LocalDate.ofInstant(call.at(), zone)),
            call.find(decider).map(Person::id).orElse(null),
            call.find(minutes).orElse(""),
            call.find(words).orElse("")),
        call.actor().known(),
        call.at());
    return Reply.said(
        "change.decided." + state.name(), asked.code(), asked.title(), ChangeViews.moved(asked));
  }

  private Reply withdraw(Call call) {
    Change asked = call.get(change);
    requireRight(call, asked);
    changes.withdraw(asked, call.actor().known(), call.at());
    return Reply.said("change.withdrawn", asked.code(), asked.title());
  }

  /** Who asked for it, and who runs the project. */
  private static void requireRight(Call call, Change asked) {
    if (!call.actor().role().covers(Role.SECRETARY)
        && !call.actor().known().equals(asked.requester()))
      throw new Refusal("change.notyours", asked.code());
  }
}
