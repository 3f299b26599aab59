package ca.greffier.dashboard;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.directory.Body;
import ca.greffier.progress.Freshness.Reading;
import ca.greffier.progress.Freshness.State;
import ca.greffier.risk.HeatMap;
import ca.greffier.risk.Risk;
import ca.greffier.risk.RiskKind;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The registers: budget, risks, and how old the word of each body is. */
final class RegisterPanels {
  private static final int MOST_LINES = 12;
  private static final int MOST_RISKS = 10;
  private static final int MOST_BODIES = 20;

  private final Board board;
  private final Voice voice;

  RegisterPanels(Board board, Voice voice) {
    this.board = board;
    this.voice = voice;
  }

  Panel budget() {
    List<BudgetLine> worst =
        board.budget().stream()
            .sorted(Comparator.comparing(BudgetLine::overrunPercent).reversed())
            .limit(MOST_LINES)
            .toList();
    List<Phrase> says = new ArrayList<>();
    if (worst.isEmpty()) says.add(Phrase.of("dashboard.budget.none"));
    if (worst.size() < board.budget().size())
      says.add(Phrase.of("dashboard.budget.shown", worst.size(), board.budget().size()));
    List<List<Object>> rows = new ArrayList<>();
    for (BudgetLine line : worst)
      rows.add(
          List.of(
              line.code(),
              line.title(),
              line.authorized(),
              line.committed(),
              line.spent(),
              line.forecast(),
              line.overrun()));
    if (!worst.isEmpty()) rows.add(total(board.budget()));
    return new Panel(
        Dimension.BUDGET.panel(),
        Dimension.BUDGET.phrase(),
        says,
        worst.isEmpty() ? null : new BudgetPicture(worst, board.limits(), voice).draw(),
        Panel.table(
            "dashboard.dimension.BUDGET",
            List.of(
                "budget.code",
                "budget.title",
                "budget.authorized",
                "budget.committed",
                "budget.spent",
                "budget.final",
                "budget.overrun"),
            rows));
  }

  /** Of all lines, those that are not shown too. */
  private static List<Object> total(List<BudgetLine> lines) {
    return List.of(
        Phrase.of("budget.total"),
        "",
        Budget.total(lines, BudgetLine::authorized),
        Budget.total(lines, BudgetLine::committed),
        Budget.total(lines, BudgetLine::spent),
        Budget.total(lines, BudgetLine::forecast),
        Budget.total(lines, BudgetLine::overrun));
  }

  Panel risks() {
    List<Risk> threats =
        board.risks().stream().filter(risk -> risk.kind() == RiskKind.THREAT).toList();
    List<List<Object>> rows = new ArrayList<>();
    for (Risk risk : threats.stream().limit(MOST_RISKS).toList())
      rows.add(
          List.of(risk.code(), risk.event(), risk.level().phrase(), Panel.date(risk.reviewedOn())));
    List<Phrase> says = new ArrayList<>();
    if (threats.isEmpty()) says.add(Phrase.of("dashboard.risks.none"));
    if (rows.size() < threats.size())
      says.add(Phrase.of("dashboard.shown", rows.size(), threats.size()));
    return new Panel(
        Dimension.RISKS.panel(),
        Dimension.RISKS.phrase(),
        says,
        threats.isEmpty()
            ? null
            : new RiskPicture(HeatMap.of(RiskKind.THREAT, threats), voice).draw(),
        Panel.table(
            "dashboard.dimension.RISKS",
            List.of("risk.code", "dashboard.risk", "risk.level", "dashboard.reviewed"),
            rows));
  }

  /** The stalest first; a body that was never asked anything is left out. */
  Panel freshness() {
    List<List<Object>> rows =
        board.bodies().values().stream()
            .filter(body -> board.readings().containsKey(body.id()))
            .map(body -> Map.entry(body, board.readings().get(body.id())))
            .filter(each -> each.getValue().state() != State.UNASKED)
            .sorted(
                Comparator.comparing((Map.Entry<Body, Reading> each) -> each.getValue().state())
                    .reversed())
            .limit(MOST_BODIES)
            .map(
                each ->
                    List.<Object>of(
                        each.getKey().name(),
                        each.getValue().phrase(),
                        Panel.date(each.getValue().last())))
            .toList();
    return new Panel(
        Dimension.PARTICIPATION.panel(),
        Dimension.PARTICIPATION.phrase(),
        rows.isEmpty() ? List.of(Phrase.of("dashboard.participation.none")) : List.of(),
        null,
        Panel.table(
            "dashboard.dimension.PARTICIPATION",
            List.of("plan.body", "dashboard.word", "dashboard.last"),
            rows));
  }
}
