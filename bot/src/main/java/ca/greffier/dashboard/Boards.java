package ca.greffier.dashboard;

import ca.greffier.budget.Budget;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.gap.Gaps;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.progress.Freshness;
import ca.greffier.risk.Issues;
import ca.greffier.risk.Risks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks every room what the board shows: each once, whatever the size of the project. */
public final class Boards {
  /** Gaps on a board; the others are counted. */
  static final int MOST_GAPS = 12;

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
      Gaps gaps) {}

  /** As things are now. */
  public Board today(Sight sight) {
    LocalDate day = LocalDate.ofInstant(now(), zone);
    Map<BodyId, Body> bodies = new LinkedHashMap<>();
    for (Body body : rooms.bodies().all()) bodies.put(body.id(), body);
    boolean whole = sight == Sight.WHOLE;
    return new Board(
        day,
        sight,
        bodies,
        Timetable.of(rooms.plan().all(), day, rooms.slip()),
        whole ? rooms.budget().all() : List.of(),
        rooms.risks().open(),
        rooms.issues().open(),
        rooms.freshness().all(day),
        whole ? rooms.gaps().worst(MOST_GAPS) : List.of(),
        whole ? rooms.gaps().counts() : Map.of());
  }

  private Instant now() {
    return clock.instant();
  }
}
