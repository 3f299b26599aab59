package ca.greffier.gap;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.BodyKind;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.plan.MilestoneState;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.progress.Answer;
import ca.greffier.progress.Rounds;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable whose date has passed, or expected well after its baseline (domain.md K8, K11,
 * K13): more than 5 working days is to watch, more than 10 is critical, unless the project set
 * other thresholds; a date that has passed is at least to watch, and any slip of one that is set
 * from outside is critical.
 */
public final class LateMilestone implements GapRule {
  private final Plan plan;
  private final Slip slip;
  private final Rounds rounds;
  private final Bodies bodies;

  LateMilestone(Plan plan, Slip slip, Rounds rounds, Bodies bodies) {
    this.plan = plan;
    this.slip = slip;
    this.rounds = rounds;
    this.bodies = bodies;
  }

  @Override
  public String code() {
    return "jalon";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    Map<Deliverable, Severity> late = new LinkedHashMap<>();
    for (Deliverable each : plan.all())
      severity(each, today, slip, limits).ifPresent(severity -> late.put(each, severity));
    Map<BodyId, Body> seats = new HashMap<>();
    for (Body body : bodies.all()) seats.put(body.id(), body);
    Map<DeliverableId, Answer> said =
        rounds.latestAbout(late.keySet().stream().map(Deliverable::id).toList());
    List<Finding> found = new ArrayList<>();
    late.forEach(
        (what, severity) -> {
          Body body = Objects.requireNonNull(seats.get(what.body()));
          Answer answer = said.get(what.id());
          boolean often = what.moves() >= limits.of(Threshold.LATE_OFTEN);
          found.add(finding(new Late(what, severity, body, blocked(answer), often), today));
        });
    return found;
  }

  /**
   * What is late, and whose it is.
   *
   * @param often put off so often that its date is no longer believed
   */
  private record Late(
      Deliverable what, Severity severity, Body body, Optional<Answer> blocked, boolean often) {}

  private static Optional<Answer> blocked(@Nullable Answer answer) {
    return Optional.ofNullable(answer).filter(Answer::isBlocked);
  }

  /** How bad its lateness is; nothing when it is tolerated. A date set from outside never is. */
  public static Optional<Severity> severity(
      Deliverable what, LocalDate today, Slip slip, Thresholds limits) {
    int days = slip.of(what, today);
    if (what.hard() && what.isOpen() && days > 0) return Optional.of(Severity.CRITICAL);
    boolean critical = days > limits.of(Threshold.LATE_CRITICAL);
    Severity severity = critical ? Severity.CRITICAL : Severity.WATCH;
    return switch (MilestoneState.of(what, today, slip)) {
      case LATE -> Optional.of(severity);
      case SLIPPED ->
          critical || days > limits.of(Threshold.LATE_TOLERATED)
              ? Optional.of(severity)
              : Optional.empty();
      case UNDATED, COMING, NEAR, REACHED, REACHED_LATE, UNPROVED, CANCELLED -> Optional.empty();
    };
  }

  private Finding finding(Late late, LocalDate today) {
    Deliverable what = late.what();
    return new Finding(
        "deliverable:" + what.id().value(),
        late.severity(),
        Phrase.of("gap.late.title", what.code(), what.title()),
        facts(what, late.body(), today),
        cause(late, today),
        situation(late.body(), late.blocked().isPresent(), late.often()),
        slip.of(what, today));
  }

  private List<Phrase> facts(Deliverable what, Body body, LocalDate today) {
    List<Phrase> facts = new ArrayList<>();
    facts.add(Phrase.of("gap.late.body", body.name()));
    if (what.hard()) facts.add(Phrase.of("gap.late.hard"));
    if (what.baseline() != null) facts.add(Phrase.of("gap.late.baseline", what.baseline()));
    if (what.forecast() != null) facts.add(Phrase.of("gap.late.forecast", what.forecast()));
    int days = slip.of(what, today);
    if (days > 0) facts.add(Phrase.of("gap.late.slip", days));
    if (what.declared() != null)
      facts.add(Phrase.of("gap.late.declared", new Percent(what.declared())));
    facts.add(Phrase.of("gap.source.deliverable", what.code()));
    return facts;
  }

  private static Phrase cause(Late late, LocalDate today) {
    if (late.blocked().isPresent()) {
      Answer answer = late.blocked().get();
      String words = answer.blocker() != null ? answer.blocker() : answer.words();
      return Phrase.of("gap.late.cause.blocked", excerpt(words));
    }
    if (late.often()) return Phrase.of("gap.late.cause.often", late.what().moves());
    LocalDate due = Objects.requireNonNull(late.what().due());
    return due.isBefore(today)
        ? Phrase.of("gap.late.cause.passed", due)
        : Phrase.of("gap.late.cause.later", due);
  }

  static Situation situation(Body body, boolean blocked, boolean often) {
    if (body.kind() == BodyKind.SUPPLIER) return Situation.SUPPLIER_IN_DEFAULT;
    if (blocked) return Situation.EXTERNAL_DEPENDENCY;
    return often ? Situation.PUT_OFF_OFTEN : Situation.LATE_BY_CAPACITY;
  }

  /** Enough of what somebody wrote to know what it is about. */
  private static String excerpt(String words) {
    String line = words.strip().replaceAll("\\s+", " ");
    int most = 200;
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
  }
}
