package ca.greffier.dashboard;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.change.Change;
import ca.greffier.change.Changes;
import ca.greffier.dashboard.Report.Heading;
import ca.greffier.dashboard.Report.Section;
import ca.greffier.gap.Gap;
import ca.greffier.gap.GapState;
import ca.greffier.gap.Severity;
import ca.greffier.risk.Issue;
import ca.greffier.risk.Risk;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the report from the board: the same facts, in sentences. */
public final class Reports {
  private static final int MOST = 8;

  private final Boards boards;
  private final Changes changes;

  public Reports(Boards boards, Changes changes) {
    this.boards = boards;
    this.changes = changes;
  }

  /** As things are known at the end of a day. */
  public Report on(LocalDate day) {
    Board board = boards.on(day, Sight.WHOLE);
    return new Report(
        board,
        List.of(
            overview(board),
            cost(board),
            finances(board),
            schedule(board),
            scope(board),
            risks(board),
            issues(board),
            health(board)));
  }

  private static Section overview(Board board) {
    List<Since.Move> moves = board.since().moves();
    Phrase since =
        moves.isEmpty()
            ? Phrase.of("dashboard.since.none", board.since().day())
            : Phrase.of("dashboard.since.what", moves.size(), board.since().day());
    return section(
        Heading.OVERVIEW,
        List.of(Phrase.of("dashboard.report.overall", board.overall().phrase()), since),
        first(moves).map(Reports::move));
  }

  private static Phrase move(Since.Move move) {
    List<Object> said = new ArrayList<>(List.of(move.code(), move.title(), move.what()));
    Optional<Object> before = known(move.before());
    Optional<Object> after = known(move.after());
    String key = "dashboard.report.move";
    if (before.isPresent() && after.isPresent()) key += ".both";
    else if (after.isPresent()) key += ".now";
    before.filter(_ -> after.isPresent()).ifPresent(said::add);
    after.ifPresent(said::add);
    return new Phrase(key, said);
  }

  private static Optional<Object> known(Object value) {
    return value instanceof Optional<?> perhaps ? perhaps.map(each -> each) : Optional.of(value);
  }

  private static Section cost(Board board) {
    return section(
        Heading.COST,
        reasons(board, Dimension.BUDGET),
        board.budget().stream()
            .filter(line -> line.overrun().compareTo(Money.ZERO) > 0)
            .sorted(Comparator.comparing(BudgetLine::overrunPercent).reversed())
            .limit(MOST)
            .map(
                line ->
                    Phrase.of(
                        "dashboard.report.line",
                        line.code(),
                        line.title(),
                        line.forecast(),
                        line.authorized())));
  }

  private static Section finances(Board board) {
    List<BudgetLine> lines = board.budget();
    if (lines.isEmpty())
      return section(Heading.FINANCES, List.of(Phrase.of("dashboard.budget.none")), Stream.empty());
    return section(
        Heading.FINANCES,
        List.of(
            Phrase.of(
                "dashboard.report.totals",
                Budget.total(lines, BudgetLine::authorized),
                Budget.total(lines, BudgetLine::committed),
                Budget.total(lines, BudgetLine::spent),
                Budget.total(lines, BudgetLine::forecast),
                Budget.total(lines, BudgetLine::available))),
        Stream.empty());
  }

  private static Section schedule(Board board) {
    Stream<Phrase> late =
        first(board.timetable().drifting())
            .map(
                line ->
                    Phrase.of(
                        "dashboard.report.late",
                        line.slip(),
                        line.what().code(),
                        line.what().title(),
                        board.nameOf(line.what().body()),
                        line.state().phrase()));
    List<Phrase> next = new ArrayList<>();
    for (Timetable.Line line : board.timetable().next(MOST)) {
      LocalDate due = line.due();
      if (due != null && !line.isDrifting())
        next.add(
            Phrase.of(
                "dashboard.report.next",
                line.what().code(),
                line.what().title(),
                board.nameOf(line.what().body()),
                due));
    }
    return section(
        Heading.SCHEDULE, reasons(board, Dimension.SCHEDULE), Stream.concat(late, next.stream()));
  }

  private Section scope(Board board) {
    List<Change> open = changes.open();
    List<Phrase> says = new ArrayList<>(reasons(board, Dimension.SCOPE));
    says.add(
        open.isEmpty()
            ? Phrase.of("dashboard.report.changes.none")
            : Phrase.of("dashboard.report.changes", open.size()));
    return section(
        Heading.SCOPE,
        says,
        first(open)
            .map(
                each ->
                    Phrase.of(
                        "dashboard.report.change",
                        each.code(),
                        each.title(),
                        each.state().phrase())));
  }

  private static Section risks(Board board) {
    return section(
        Heading.RISKS,
        reasons(board, Dimension.RISKS),
        board.risks().stream()
            .sorted(Comparator.comparing(Risk::score).reversed())
            .limit(MOST)
            .map(
                risk ->
                    Phrase.of(
                        "dashboard.report.risk",
                        risk.code(),
                        risk.event(),
                        risk.level().phrase())));
  }

  private static Section issues(Board board) {
    return section(
        Heading.ISSUES,
        List.of(
            board.issues().isEmpty()
                ? Phrase.of("dashboard.report.issues.none")
                : Phrase.of("dashboard.report.issues", board.issues().size())),
        first(board.issues()).map(Reports::issue));
  }

  private static Phrase issue(Issue issue) {
    LocalDate due = issue.due();
    return due == null
        ? Phrase.of("dashboard.report.issue", issue.code(), issue.title())
        : Phrase.of("dashboard.report.issue.due", issue.code(), issue.title(), due);
  }

  /** By dimension, then what drifts, what is asked of the reader, and what is worth seizing. */
  private static Section health(Board board) {
    List<Phrase> says = new ArrayList<>();
    for (Status status : board.statuses())
      says.add(
          Phrase.of(
              "dashboard.report.dimension",
              status.dimension().phrase(),
              status.standing().phrase(),
              status.reasons().getFirst()));
    long asked =
        board.gaps().stream()
            .filter(gap -> gap.severity() == Severity.CRITICAL && gap.state() == GapState.OPEN)
            .count();
    says.add(
        asked == 0
            ? Phrase.of("dashboard.decisions.none")
            : Phrase.of("dashboard.decisions.what", asked));
    return section(Heading.HEALTH, says, board.gaps().stream().map(Reports::gap));
  }

  private static Phrase gap(Gap gap) {
    return Phrase.of(
        "dashboard.report.gap",
        gap.severity().phrase(),
        gap.id().code(),
        gap.title(),
        gap.cause(),
        gap.state().phrase());
  }

  private static List<Phrase> reasons(Board board, Dimension dimension) {
    return board.statuses().stream()
        .filter(status -> status.dimension() == dimension)
        .flatMap(status -> status.reasons().stream())
        .toList();
  }

  private static <T> Stream<T> first(List<T> all) {
    return all.stream().limit(MOST);
  }

  private static Section section(Heading heading, List<Phrase> says, Stream<Phrase> items) {
    return new Section(heading.phrase(), heading.panel(), says, items.toList());
  }
}
