package ca.greffier.risk;

import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Risks as they are shown: a line, a card, a map. */
public final class RiskViews {
  private static final int MOST_REVIEWS = 5;

  private final Risks risks;
  private final Issues issues;
  private final Plan plan;
  private final Bodies bodies;
  private final People people;

  public RiskViews(Risks risks, Issues issues, Plan plan, Bodies bodies, People people) {
    this.risks = risks;
    this.issues = issues;
    this.plan = plan;
    this.bodies = bodies;
    this.people = people;
  }

  /** What was just written, with its level: {@code risk.added}, {@code risk.assessed}. */
  Reply noted(String what, Risk risk) {
    return Reply.said(
        "risk." + what,
        risk.code(),
        risk.event(),
        risk.level().phrase(),
        String.valueOf(risk.score()),
        Optional.ofNullable(risk.reviewBy()));
  }

  Reply table(RiskKind kind, List<Risk> shown, Instant at) {
    LocalDate today = risks.today(at);
    List<List<Object>> rows = new ArrayList<>();
    for (Risk each : shown)
      rows.add(
          List.of(
              each.code(),
              each.event(),
              each.isOpen() ? score(each) : each.state().phrase(),
              each.trend().phrase(),
              name(each.owner()),
              each.response().phrase(),
              next(each, today)));
    return new Reply.Table(
        kind.key("list"),
        List.of(shown.size()),
        List.of(
            "risk.code",
            kind.key("event"),
            "risk.level",
            "risk.trend",
            "risk.owner",
            "risk.response",
            "risk.reviewby"),
        rows);
  }

  Reply card(Risk risk) {
    return new Reply.Card(
        "risk.card",
        List.of(risk.code(), risk.event()),
        List.of(
            new Reply.Field("risk.state", state(risk)),
            new Reply.Field("risk.cause", risk.cause()),
            new Reply.Field(risk.kind().key("event"), risk.event()),
            new Reply.Field("risk.consequence", risk.consequence()),
            new Reply.Field("risk.level", score(risk)),
            new Reply.Field("risk.trend", risk.trend().phrase()),
            new Reply.Field("risk.response", risk.response().phrase()),
            new Reply.Field("risk.owner", name(risk.owner())),
            new Reply.Field("risk.trigger", filled(risk.trigger())),
            new Reply.Field("risk.reviewby", Optional.ofNullable(risk.reviewBy())),
            new Reply.Field("risk.deliverable", deliverable(risk)),
            new Reply.Field("risk.body", body(risk)),
            new Reply.Field("risk.issues", issues.of(risk.id()).stream().map(this::issue).toList()),
            new Reply.Field("risk.history", history(risk))));
  }

  /** A row for each probability; a square without risk says nothing. */
  Reply map(RiskKind kind) {
    HeatMap map = HeatMap.of(kind, risks.open());
    List<List<Object>> rows = new ArrayList<>();
    for (int probability = HeatMap.SIDE; probability >= 1; probability--) {
      List<Object> row = new ArrayList<>();
      row.add(Phrase.of("risk.probability." + probability));
      for (int impact = 1; impact <= HeatMap.SIDE; impact++)
        row.add(square(map.cell(probability, impact)));
      rows.add(row);
    }
    List<String> heads = new ArrayList<>(List.of("risk.probability"));
    for (int impact = 1; impact <= HeatMap.SIDE; impact++) heads.add("risk.impact." + impact);
    return new Reply.Table(
        kind.key("map"),
        List.of(
            map.count(Level.CRITICAL),
            map.count(Level.HIGH),
            map.count(Level.MODERATE),
            map.count(Level.LOW)),
        heads,
        rows);
  }

  private static Object square(HeatMap.Cell cell) {
    return cell.count() == 0
        ? ""
        : Phrase.of("risk.square." + cell.level().name(), String.join(", ", cell.codes()));
  }

  private static Phrase score(Risk risk) {
    return Phrase.of("risk.score", risk.level().phrase(), String.valueOf(risk.score()));
  }

  private static Object next(Risk risk, LocalDate today) {
    if (!risk.isUnreviewed(today)) return Optional.ofNullable(risk.reviewBy());
    LocalDate date = risk.reviewBy();
    return date != null && date.isBefore(today)
        ? Phrase.of("risk.unreviewed.since", date)
        : Phrase.of("risk.unreviewed.last", risk.reviewedOn());
  }

  private static Object state(Risk risk) {
    LocalDate closed = risk.closedOn();
    if (closed == null) return risk.state().phrase();
    return risk.outcome().isEmpty()
        ? Phrase.of("risk.state.since", risk.state().phrase(), closed)
        : Phrase.of("risk.state.because", risk.state().phrase(), closed, risk.outcome());
  }

  private List<Phrase> history(Risk risk) {
    return risks.reviews(risk.id()).stream().limit(MOST_REVIEWS).map(this::reviewed).toList();
  }

  private Phrase reviewed(Reviewed each) {
    Phrase line =
        Phrase.of(
            "risk.reviewed",
            each.day(),
            String.valueOf(each.score()),
            String.valueOf(each.probability()),
            String.valueOf(each.impact()));
    return each.words().isEmpty() ? line : Phrase.of("risk.reviewed.words", line, each.words());
  }

  private Phrase issue(Issue issue) {
    return Phrase.of("risk.issue.named", issue.code(), issue.title());
  }

  Optional<String> name(@Nullable PersonId person) {
    return Optional.ofNullable(person).map(people::get).map(Person::fullName);
  }

  private Optional<Phrase> deliverable(Risk risk) {
    return Optional.ofNullable(risk.deliverable())
        .map(plan::get)
        .map((Deliverable each) -> Phrase.of("risk.issue.named", each.code(), each.title()));
  }

  private Optional<String> body(Risk risk) {
    return Optional.ofNullable(risk.body()).map(bodies::get).map(Body::name);
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
