package ca.greffier.dashboard;

import ca.greffier.budget.BudgetLine;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.risk.Risk;
import ca.greffier.risk.RiskId;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since an earlier day: by comparing what was known then with what is known now.
 *
 * @param day the earlier day
 */
record Since(LocalDate day, List<Move> moves) {
  Since {
    moves = List.copyOf(moves);
  }

  /** One thing that changed; before and after are values of a table. */
  record Move(String code, String title, Phrase what, Object before, Object after) {}

  /** All that can be compared on a day. */
  record Known(List<Deliverable> plan, List<BudgetLine> budget, List<Risk> risks) {}

  static Since between(LocalDate day, Known before, Known now) {
    List<Move> moves = new ArrayList<>();
    Map<DeliverableId, Deliverable> plan = new HashMap<>();
    for (Deliverable each : before.plan()) plan.put(each.id(), each);
    for (Deliverable each : now.plan()) add(moves, plan.get(each.id()), each);
    Map<String, BudgetLine> budget = new HashMap<>();
    for (BudgetLine each : before.budget()) budget.put(each.code(), each);
    for (BudgetLine each : now.budget()) add(moves, budget.get(each.code()), each);
    Map<RiskId, Risk> risks = new HashMap<>();
    for (Risk each : before.risks()) risks.put(each.id(), each);
    for (Risk each : now.risks()) add(moves, risks.remove(each.id()), each);
    for (Risk gone : risks.values())
      moves.add(
          new Move(
              gone.code(),
              gone.event(),
              Phrase.of("dashboard.since.closed"),
              gone.level().phrase(),
              Optional.empty()));
    return new Since(day, moves);
  }

  private static void add(List<Move> moves, @Nullable Deliverable before, Deliverable now) {
    if (before == null) {
      moves.add(move(now, "dashboard.since.added", null, now.due()));
      return;
    }
    if (now.isReached() && !before.isReached())
      moves.add(move(now, "dashboard.since.reached", before.due(), now.reached()));
    else if (now.isCancelled() && !before.isCancelled())
      moves.add(move(now, "dashboard.since.cancelled", before.due(), null));
    else if (!Objects.equals(before.due(), now.due()))
      moves.add(move(now, "dashboard.since.moved", before.due(), now.due()));
    if (!Objects.equals(before.baseline(), now.baseline()))
      moves.add(move(now, "dashboard.since.rebased", before.baseline(), now.baseline()));
  }

  private static Move move(
      Deliverable what, String key, @Nullable LocalDate before, @Nullable LocalDate after) {
    return new Move(
        what.code(), what.title(), Phrase.of(key), Panel.date(before), Panel.date(after));
  }

  private static void add(List<Move> moves, @Nullable BudgetLine before, BudgetLine now) {
    if (before == null) {
      moves.add(line(now, "dashboard.since.line", Optional.empty(), now.forecast()));
      return;
    }
    if (!before.authorized().equals(now.authorized()))
      moves.add(line(now, "dashboard.since.authorized", before.authorized(), now.authorized()));
    if (!before.forecast().equals(now.forecast()))
      moves.add(line(now, "dashboard.since.forecast", before.forecast(), now.forecast()));
  }

  private static Move line(BudgetLine line, String key, Object before, Object after) {
    return new Move(line.code(), line.title(), Phrase.of(key), before, after);
  }

  private static void add(List<Move> moves, @Nullable Risk before, Risk now) {
    Phrase level = now.level().phrase();
    if (before == null)
      moves.add(
          new Move(
              now.code(), now.event(), Phrase.of("dashboard.since.risk"), Optional.empty(), level));
    else if (before.level() != now.level())
      moves.add(
          new Move(
              now.code(),
              now.event(),
              Phrase.of("dashboard.since.level"),
              before.level().phrase(),
              level));
  }
}
