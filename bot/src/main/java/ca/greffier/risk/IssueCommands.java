package ca.greffier.risk;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of the issues: what has happened and must be dealt with. */
public final class IssueCommands {
  private final Issues issues;
  private final Risks risks;
  private final Parts parts;

  private final Param<Issue> issue;
  private final Param<String> title;
  private final Param<String> consequence;
  private final Param<Integer> impact;
  private final Param<Person> owner;
  private final Param<LocalDate> due;
  private final Param<Risk> risk;
  private final Param<Deliverable> deliverable;
  private final Param<Body> body;
  private final Param<String> finding;
  private final Param<Boolean> closedToo;

  /** What the cards name. */
  public record Parts(Plan plan, Bodies bodies, People people) {}

  public IssueCommands(Issues issues, Risks risks, Parts parts, RiskCommands.Words words) {
    this.issues = issues;
    this.risks = risks;
    this.parts = parts;
    Kinds kinds = words.kinds();
    this.issue = Param.required("enjeu", RegisterKinds.issue(issues));
    this.title = Param.required("titre", kinds.text(200));
    this.consequence = Param.optional("consequence", kinds.text(300));
    this.impact = Param.optional("impact", kinds.wholeNumber(1, HeatMap.SIDE));
    this.owner = Param.optional("responsable", words.directory().person());
    this.due = Param.optional("echeance", kinds.date());
    this.risk = Param.optional("risque", RegisterKinds.risk(RiskKind.THREAT, risks));
    this.deliverable = Param.optional("livrable", words.deliverable());
    this.body = Param.optional("corps", words.directory().body());
    this.finding = Param.required("constat", kinds.longText(1000));
    this.closedToo = Param.optional("tout", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(
        Command.of(
            "enjeu ouvrir",
            Role.SECRETARY,
            this::open,
            title,
            consequence,
            impact,
            owner,
            due,
            risk,
            deliverable,
            body),
        Command.of("enjeu liste", Role.MEMBER, this::list, body, closedToo),
        Command.of("enjeu voir", Role.MEMBER, call -> card(call.get(issue)), issue),
        Command.of("enjeu fermer", Role.MEMBER, this::close, issue, finding));
  }

  private Reply open(Call call) {
    IssueDraft draft =
        new IssueDraft(
            call.get(title),
            call.find(consequence).orElse(""),
            call.find(impact).orElse(null),
            call.find(owner).map(Person::id).orElse(null),
            call.find(due).orElse(null),
            call.find(risk).map(Risk::id).orElse(null),
            call.find(deliverable).map(Deliverable::id).orElse(null),
            call.find(body).map(Body::id).orElse(null));
    Issue opened = issues.open(draft, call.at());
    return Reply.said("risk.issue.opened", opened.code(), opened.title());
  }

  private Reply list(Call call) {
    Optional<Body> one = call.find(body);
    LocalDate today = issues.today(call.at());
    List<List<Object>> rows = new ArrayList<>();
    for (Issue each : call.find(closedToo).orElse(false) ? issues.all() : issues.open()) {
      if (one.isPresent() && !one.get().id().equals(each.body())) continue;
      rows.add(
          List.of(
              each.code(),
              each.title(),
              impact(each),
              name(each.owner()),
              due(each, today),
              state(each)));
    }
    return new Reply.Table(
        "risk.issue.list",
        List.of(rows.size()),
        List.of(
            "risk.code",
            "risk.issue.title",
            "risk.impact",
            "risk.owner",
            "risk.issue.due",
            "risk.state"),
        rows);
  }

  private Reply card(Issue which) {
    return new Reply.Card(
        "risk.card",
        List.of(which.code(), which.title()),
        List.of(
            new Reply.Field("risk.state", state(which)),
            new Reply.Field("risk.consequence", filled(which.consequence())),
            new Reply.Field("risk.impact", impact(which)),
            new Reply.Field("risk.owner", name(which.owner())),
            new Reply.Field("risk.issue.due", Optional.ofNullable(which.due())),
            new Reply.Field("risk.issue.from", origin(which)),
            new Reply.Field("risk.deliverable", deliverable(which)),
            new Reply.Field(
                "risk.body",
                Optional.ofNullable(which.body()).map(parts.bodies()::get).map(Body::name)),
            new Reply.Field("risk.issue.opened.on", which.openedOn())));
  }

  /** By whoever answers for it, or whoever runs the project. */
  private Reply close(Call call) {
    Issue which = call.get(issue);
    if (!call.actor().role().covers(Role.SECRETARY) && !call.actor().known().equals(which.owner()))
      throw new Refusal("risk.issue.notowner", which.code());
    issues.close(which, call.get(finding), call.at());
    return Reply.said("risk.closed", which.code(), which.title());
  }

  private static Optional<Phrase> impact(Issue which) {
    return Optional.ofNullable(which.impact()).map(impact -> Phrase.of("risk.impact." + impact));
  }

  private static Object due(Issue which, LocalDate today) {
    LocalDate date = which.due();
    return date != null && which.isLate(today)
        ? Phrase.of("risk.issue.late", date)
        : Optional.ofNullable(date);
  }

  private static Phrase state(Issue which) {
    LocalDate closed = which.closedOn();
    return closed == null
        ? Phrase.of("risk.state.OPEN")
        : Phrase.of("risk.state.because", Phrase.of("risk.state.CLOSED"), closed, which.outcome());
  }

  private Optional<Phrase> origin(Issue which) {
    return Optional.ofNullable(which.risk())
        .map(risks::get)
        .map(from -> Phrase.of("risk.issue.named", from.code(), from.event()));
  }

  private Optional<Phrase> deliverable(Issue which) {
    return Optional.ofNullable(which.deliverable())
        .map(parts.plan()::get)
        .map(each -> Phrase.of("risk.issue.named", each.code(), each.title()));
  }

  private Optional<String> name(@Nullable PersonId person) {
    return Optional.ofNullable(person).map(parts.people()::get).map(Person::fullName);
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
