package ca.greffier.risk;

import ca.greffier.command.Action;
import ca.greffier.command.Actor;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Person;
import ca.greffier.plan.Deliverable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of the risks; and, in the same words, of the occasions. */
public final class RiskCommands {
  private static final int LONGEST = 300;

  private final RiskKind kind;
  private final Risks risks;
  private final RiskViews views;

  private final Param<Risk> risk;
  private final Param<String> cause;
  private final Param<String> event;
  private final Param<String> consequence;
  private final Param<Integer> probability;
  private final Param<Integer> impact;
  private final Param<Integer> newProbability;
  private final Param<Integer> newImpact;
  private final Param<Response> response;
  private final Param<Response> newResponse;
  private final Param<Person> owner;
  private final Param<String> trigger;
  private final Param<LocalDate> reviewBy;
  private final Param<Deliverable> deliverable;
  private final Param<Body> body;
  private final Param<String> finding;
  private final Param<String> remark;
  private final Param<Boolean> closedToo;

  /** What parameters of the rooms below are made of. */
  public record Words(Kinds kinds, DirectoryKinds directory, Kind<Deliverable> deliverable) {}

  public RiskCommands(RiskKind kind, Risks risks, RiskViews views, Words words) {
    this.kind = kind;
    this.risks = risks;
    this.views = views;
    Kinds kinds = words.kinds();
    Kind<Integer> scale = kinds.wholeNumber(1, HeatMap.SIDE);
    Kind<Response> responses = kinds.choice("reponse", Response.of(kind));
    this.risk = Param.required(kind.word(), RegisterKinds.risk(kind, risks));
    this.cause = Param.required("cause", kinds.text(LONGEST));
    this.event = Param.required("evenement", kinds.text(LONGEST));
    this.consequence = Param.required("consequence", kinds.text(LONGEST));
    this.probability = Param.required("probabilite", scale);
    this.impact = Param.required("impact", scale);
    this.newProbability = Param.optional("probabilite", scale);
    this.newImpact = Param.optional("impact", scale);
    this.response = Param.required("reponse", responses);
    this.newResponse = Param.optional("reponse", responses);
    this.owner = Param.optional("responsable", words.directory().person());
    this.trigger = Param.optional("declencheur", kinds.text(LONGEST));
    this.reviewBy = Param.optional("revue", kinds.date());
    this.deliverable = Param.optional("livrable", words.deliverable());
    this.body = Param.optional("corps", words.directory().body());
    this.finding = Param.required("constat", kinds.longText(1000));
    this.remark = Param.optional("constat", kinds.longText(1000));
    this.closedToo = Param.optional("tout", kinds.yesNo());
  }

  public List<Command> all() {
    Role officer = Role.SECRETARY;
    return List.of(
        command(
            "ajouter",
            officer,
            this::add,
            cause,
            event,
            consequence,
            probability,
            impact,
            response,
            owner,
            trigger,
            reviewBy,
            deliverable,
            body),
        command("liste", Role.MEMBER, this::list, body, closedToo),
        command("voir", Role.MEMBER, call -> views.card(call.get(risk)), risk),
        command("carte", Role.MEMBER, _ -> views.map(kind)),
        command(
                "evaluer",
                officer,
                this::assess,
                risk,
                probability,
                impact,
                newResponse,
                owner,
                trigger,
                reviewBy,
                remark)
            .presetting(this::known),
        command(
                "revoir",
                Role.MEMBER,
                this::review,
                risk,
                finding,
                newProbability,
                newImpact,
                reviewBy)
            .presetting(this::known),
        command("realiser", officer, this::occur, risk, remark),
        command("fermer", officer, this::close, risk, finding));
  }

  private Command command(String verb, Role role, Action action, Param<?>... params) {
    return Command.of(kind.word() + " " + verb, role, action, params);
  }

  /** The last assessment, to be kept or changed. */
  private Map<String, String> known(Actor actor, Map<String, String> given) {
    String code = given.get(kind.word());
    if (code == null) return Map.of();
    Risk now = risk.kind().parse(code);
    return Map.of(
        probability.name(), String.valueOf(now.probability()),
        impact.name(), String.valueOf(now.impact()));
  }

  private Reply add(Call call) {
    RiskStatement statement =
        new RiskStatement(
            kind,
            call.get(cause),
            call.get(event),
            call.get(consequence),
            call.find(deliverable).map(Deliverable::id).orElse(null),
            call.find(body).map(Body::id).orElse(null));
    Review first =
        new Review(
            call.get(probability),
            call.get(impact),
            call.get(response),
            call.find(owner).map(Person::id).orElse(null),
            call.find(trigger).orElse(""),
            call.find(reviewBy).orElse(null),
            "");
    Risk added = risks.add(statement, first, call.actor().known(), call.at());
    return views.noted("added", added);
  }

  private Reply list(Call call) {
    boolean all = call.find(closedToo).orElse(false);
    Optional<Body> one = call.find(body);
    List<Risk> shown =
        (all ? risks.all() : risks.open())
            .stream()
                .filter(each -> each.kind() == kind)
                .filter(each -> one.isEmpty() || one.get().id().equals(each.body()))
                .toList();
    return views.table(kind, shown, call.at());
  }

  private Reply assess(Call call) {
    Risk now = call.get(risk);
    Review next =
        now.review(call.find(remark).orElse("")).rated(call.get(probability), call.get(impact));
    next = call.find(newResponse).map(next::answered).orElse(next);
    next = call.find(owner).map(Person::id).map(next::ownedBy).orElse(next);
    next = call.find(trigger).map(next::triggeredBy).orElse(next);
    next = call.find(reviewBy).map(next::until).orElse(next);
    return views.noted("assessed", risks.review(now, next, call.actor().known(), call.at()));
  }

  /** Its owner says what has changed, perhaps nothing; so may whoever runs the project. */
  private Reply review(Call call) {
    Risk now = call.get(risk);
    if (!call.actor().role().covers(Role.SECRETARY) && !call.actor().known().equals(now.owner()))
      throw new Refusal(kind.key("notowner"), now.code());
    Review next =
        now.review(call.get(finding))
            .rated(
                call.find(newProbability).orElse(now.probability()),
                call.find(newImpact).orElse(now.impact()));
    next = call.find(reviewBy).map(next::until).orElse(next);
    return views.noted("assessed", risks.review(now, next, call.actor().known(), call.at()));
  }

  private Reply occur(Call call) {
    Risk now = call.get(risk);
    Optional<Issue> opened = risks.occur(now, call.find(remark).orElse(""), call.at());
    return opened
        .map(issue -> Reply.said("risk.risque.occurred", now.code(), now.event(), issue.code()))
        .orElseGet(() -> Reply.said("risk.occasion.occurred", now.code(), now.event()));
  }

  private Reply close(Call call) {
    Risk now = call.get(risk);
    risks.close(now, call.get(finding), call.at());
    return Reply.said("risk.closed", now.code(), now.event());
  }
}
