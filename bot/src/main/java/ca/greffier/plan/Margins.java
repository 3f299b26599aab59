package ca.greffier.plan;

import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far what is linked may slip before the project ends later, or a date set from outside is
 * missed: the total float (domain.md K13). What waits for it must say how long it takes; where that
 * is not known, nothing is said.
 */
public final class Margins {
  private final QuebecCalendar calendar;
  private final Map<DeliverableId, Deliverable> open = new HashMap<>();
  private final Map<DeliverableId, List<Dependency>> after = new HashMap<>();
  private final Map<DeliverableId, List<Dependency>> before = new HashMap<>();
  private final Map<DeliverableId, Integer> spans;
  private final Map<DeliverableId, Margin> known = new HashMap<>();

  private Margins(Map<DeliverableId, Integer> spans, QuebecCalendar calendar) {
    this.spans = spans;
    this.calendar = calendar;
  }

  /**
   * What is left to one deliverable.
   *
   * @param latest the day it may be handed over at the latest
   * @param days working days between the one it is expected on and that one; negative when it is
   *     too late already
   */
  public record Margin(LocalDate latest, int days) {}

  /** The margins of all that is open, dated and linked; of the rest, none. */
  public static Map<DeliverableId, Margin> of(
      Plan plan, Dependencies dependencies, QuebecCalendar calendar) {
    List<Dependency> links = dependencies.all();
    if (links.isEmpty()) return Map.of();
    Margins margins = new Margins(dependencies.spans(), calendar);
    for (Deliverable each : plan.all())
      if (each.isOpen() && each.due() != null) margins.open.put(each.id(), each);
    for (Dependency link : links) margins.add(link);
    margins.reckon();
    return margins.known;
  }

  private void add(Dependency link) {
    if (!open.containsKey(link.before()) || !open.containsKey(link.after())) return;
    after.computeIfAbsent(link.before(), _ -> new ArrayList<>()).add(link);
    before.computeIfAbsent(link.after(), _ -> new ArrayList<>()).add(link);
  }

  /** From what nothing waits for, back to what waits for nothing. */
  private void reckon() {
    Optional<LocalDate> end =
        open.values().stream()
            .map(Deliverable::due)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    if (end.isEmpty()) return;
    Map<DeliverableId, Integer> left = new HashMap<>();
    Deque<DeliverableId> ready = new ArrayDeque<>();
    for (DeliverableId each : open.keySet()) {
      int waiting = after.getOrDefault(each, List.of()).size();
      if (waiting > 0) left.put(each, waiting);
      else if (before.containsKey(each)) ready.add(each);
    }
    while (!ready.isEmpty()) {
      DeliverableId each = ready.remove();
      latest(each, end.get()).ifPresent(day -> known.put(each, margin(each, day)));
      for (Dependency link : before.getOrDefault(each, List.of()))
        if (left.merge(link.before(), -1, Integer::sum) == 0) ready.add(link.before());
    }
  }

  /** Before each of what waits for it has to begin; empty when one does not say how long it is. */
  private Optional<LocalDate> latest(DeliverableId which, LocalDate end) {
    LocalDate latest = end;
    for (Dependency link : after.getOrDefault(which, List.of())) {
      Margin next = known.get(link.after());
      Integer span = spans.get(link.after());
      if (next == null || span == null) return Optional.empty();
      LocalDate day = calendar.plusWorkingDays(next.latest(), -(span + link.lagDays()));
      if (day.isBefore(latest)) latest = day;
    }
    Deliverable what = Objects.requireNonNull(open.get(which));
    LocalDate set = what.baseline();
    if (what.hard() && set != null && set.isBefore(latest)) latest = set;
    return Optional.of(latest);
  }

  private Margin margin(DeliverableId which, LocalDate latest) {
    LocalDate due = Objects.requireNonNull(Objects.requireNonNull(open.get(which)).due());
    return new Margin(latest, calendar.workingDaysBetween(due, latest));
  }
}
