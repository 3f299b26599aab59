package ca.greffier.dashboard;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.gap.Gap;
import ca.greffier.gap.Gaps;
import ca.greffier.gap.Severity;
import ca.greffier.gap.ThresholdRegister;
import ca.greffier.gap.Thresholds;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.progress.Freshness;
import ca.greffier.risk.Issues;
import ca.greffier.risk.Risks;
import ca.greffier.value.Curve;
import ca.greffier.value.ProjectValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks every room what the board shows: each once, whatever the size of the project. */
public final class Boards {
  /** Gaps on a board; the others are counted. */
  static final int MOST_GAPS = 12;

  private static final int DAYS_BACK = 7;

  private final Rooms rooms;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone in which a day begins
   */
  public Boards(Rooms rooms, InstantSource clock, ZoneId zone) {
    this.rooms = rooms;
    this.clock = clock;
    this.zone = zone;
  }

  /** Those that are asked. */
  public record Rooms(
      Bodies bodies,
      Plan plan,
      Slip slip,
      Budget budget,
      Risks risks,
      Issues issues,
      Freshness freshness,
      Gaps gaps,
      ThresholdRegister thresholds,
      ProjectValue value) {}

  /** The day it is. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * As things were known at the end of a day; today, as they are now. The names of people, bodies
   * and deliverables, and the thresholds, are those of today.
   */
  public Board on(LocalDate day, Sight sight) {
    Map<BodyId, Body> bodies = new LinkedHashMap<>();
    for (Body body : rooms.bodies().all()) bodies.put(body.id(), body);
    boolean whole = sight == Sight.WHOLE;
    LocalDate earlier = day.minusDays(DAYS_BACK);
    Since.Known now = known(day, whole, null);
    Curve curve = whole ? rooms.value().curve(now.plan(), day).orElse(null) : null;
    Thresholds limits = rooms.thresholds().now();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return new Board(
        day,
        sight,
        limits,
        bodies,
        Timetable.of(now.plan(), day, rooms.slip(), limits),
        now.budget(),
        now.risks(),
        rooms.issues().openOn(day),
        rooms.freshness().all(day),
        whole ? worst(day, end) : List.of(),
        whole ? counts(day, end) : Map.of(),
        Since.between(earlier, known(earlier, whole, now), now),
        curve);
  }

  private List<Gap> worst(LocalDate day, Instant end) {
    return day.isBefore(today())
        ? rooms.gaps().worst(end, MOST_GAPS)
        : rooms.gaps().worst(MOST_GAPS);
  }

  private Map<Severity, Integer> counts(LocalDate day, Instant end) {
    return day.isBefore(today()) ? rooms.gaps().counts(end) : rooms.gaps().counts();
  }

  /**
   * @param later what is known on the day that is looked at, for an earlier one
   */
  private Since.Known known(LocalDate day, boolean whole, Since.@Nullable Known later) {
    boolean past = day.isBefore(today());
    List<BudgetLine> budget = List.of();
    if (whole) budget = past ? rooms.budget().asOf(day) : rooms.budget().all();
    List<Deliverable> plan;
    if (later != null) plan = rooms.plan().asOf(day, day.plusDays(DAYS_BACK), later.plan());
    else plan = past ? rooms.plan().asOf(day) : rooms.plan().all();
    return new Since.Known(plan, budget, rooms.risks().openOn(day));
  }
}
