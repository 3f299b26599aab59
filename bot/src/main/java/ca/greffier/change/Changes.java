package ca.greffier.change;

import ca.greffier.budget.Budget;
import ca.greffier.budget.BudgetLine;
import ca.greffier.budget.BudgetLineId;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.DeliverableId;
import ca.greffier.plan.Plan;
import ca.greffier.plan.Slip;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register of changes. What was approved moves here, when a request is approved. */
public final class Changes {
  private final ChangeDao dao;
  private final Plan plan;
  private final Budget budget;
  private final Slip slip;
  private final ZoneId zone;

  public Changes(Jdbi jdbi, Plan plan, Budget budget, Slip slip, ZoneId zone) {
    this.dao = jdbi.onDemand(ChangeDao.class);
    this.plan = plan;
    this.budget = budget;
    this.slip = slip;
    this.zone = zone;
  }

  /** What a request would move; nothing when it is about something else. */
  public record Move(
      String title,
      @Nullable DeliverableId deliverable,
      @Nullable LocalDate fromDate,
      @Nullable LocalDate toDate,
      @Nullable BudgetLineId budgetLine,
      @Nullable Money fromAmount,
      @Nullable Money toAmount) {

    static Move of(String title) {
      return new Move(title, null, null, null, null, null, null);
    }

    static Move of(Deliverable what, LocalDate to) {
      return new Move(what.title(), what.id(), what.baseline(), to, null, null, null);
    }

    static Move of(BudgetLine line, Money to) {
      return new Move(line.title(), null, null, null, line.id(), line.authorized(), to);
    }
  }

  /**
   * What was decided.
   *
   * @param by who has the authority
   * @param minutes where it is written
   */
  public record Decision(
      ChangeState state, LocalDate day, @Nullable PersonId by, String minutes, String words) {}

  /** All of them, the newest first. */
  public List<Change> all() {
    return dao.all();
  }

  /** Those that wait for a decision, the newest first. */
  public List<Change> open() {
    return dao.all().stream().filter(change -> change.state().isOpen()).toList();
  }

  Change get(ChangeId id) {
    return dao.get(id);
  }

  Optional<Change> byNumber(int year, int number) {
    return dao.byNumber(year, number);
  }

  /** Who must decide. */
  Authority authority(Change change) {
    if (change.deliverable() == null && change.budgetLine() == null) return Authority.COMMITTEE;
    return Authority.of(slip.days(change.fromDate(), change.toDate()), change.percent());
  }

  /**
   * Writes a request down.
   *
   * @param reason absent when it is still to be asked
   * @throws Refusal when nothing would move, another one waits for the same, or the deliverable is
   *     reached or cancelled
   */
  Change request(Move move, @Nullable String reason, @Nullable PersonId by, Instant at) {
    dao.lock();
    requireMove(move);
    LocalDate today = LocalDate.ofInstant(at, zone);
    ChangeId id = dao.insert(move, today.getYear(), reason, by, today);
    dao.note(id, at, by, ChangeState.DRAFT);
    return dao.get(id);
  }

  private void requireMove(Move move) {
    if (move.deliverable() != null) {
      Deliverable what = plan.get(move.deliverable());
      if (!what.isOpen()) throw new Refusal("change.closed", what.code());
      if (move.toDate() != null && move.toDate().equals(move.fromDate()))
        throw new Refusal("change.same", what.code(), move.toDate());
    }
    if (move.toAmount() != null && move.toAmount().equals(move.fromAmount()))
      throw new Refusal("change.same", move.title(), move.toAmount());
    dao.open(move.deliverable(), move.budgetLine())
        .ifPresent(
            other -> {
              throw new Refusal("change.already", other.code(), other.state().phrase());
            });
  }

  /**
   * Says why.
   *
   * @throws Refusal when it is decided
   */
  Change explain(Change change, String reason) {
    requireOpen(change);
    dao.explain(change.id(), reason);
    return dao.get(change.id());
  }

  /**
   * @throws Refusal when it is decided
   */
  void detail(Change change, Impacts impacts, String options, String recommendation) {
    requireOpen(change);
    dao.detail(change.id(), impacts, options, recommendation);
  }

  /**
   * Puts it before who decides.
   *
   * @throws Refusal when nobody has said why or what is recommended, or it is not a draft
   */
  void submit(Change change, PersonId by, Instant at) {
    if (change.state() != ChangeState.DRAFT)
      throw new Refusal("change.submitted", change.code(), change.state().phrase());
    if (change.reason() == null) throw new Refusal("change.unexplained", change.code());
    if (change.recommendation().isEmpty()) throw new Refusal("change.bare", change.code());
    dao.move(change.id(), ChangeState.SUBMITTED);
    dao.note(change.id(), at, by, ChangeState.SUBMITTED);
  }

  /**
   * @throws Refusal when it is decided
   */
  void withdraw(Change change, PersonId by, Instant at) {
    requireOpen(change);
    dao.move(change.id(), ChangeState.WITHDRAWN);
    dao.note(change.id(), at, by, ChangeState.WITHDRAWN);
  }

  /**
   * Notes what was decided; when it is approved, the date or the amount moves.
   *
   * @throws Refusal when it was not submitted, the one who decides is not named, the decision of a
   *     committee is written nowhere, or what it would move has moved since
   */
  void decide(Change change, Decision decision, PersonId by, Instant at) {
    if (change.state() == ChangeState.DRAFT) throw new Refusal("change.draft", change.code());
    requireOpen(change);
    if (decision.day().isAfter(LocalDate.ofInstant(at, zone)))
      throw new Refusal("change.future", decision.day());
    Authority authority = authority(change);
    if (authority == Authority.DIRECTOR && decision.by() == null)
      throw new Refusal("change.nobody", change.code());
    if (authority == Authority.COMMITTEE && decision.minutes().isEmpty())
      throw new Refusal("change.unwritten", change.code());
    if (decision.state() == ChangeState.APPROVED) apply(change, by, at);
    dao.decide(change.id(), decision);
    dao.note(change.id(), at, by, decision.state());
  }

  private void apply(Change change, PersonId by, Instant at) {
    DeliverableId deliverable = change.deliverable();
    LocalDate to = change.toDate();
    if (deliverable != null && to != null) {
      Deliverable what = plan.get(deliverable);
      if (!what.isOpen()) throw new Refusal("change.closed", what.code());
      if (!Objects.equals(what.baseline(), change.fromDate()))
        throw new Refusal("change.stale", change.code(), what.code());
      plan.rebase(what, to, by, at);
    }
    BudgetLineId line = change.budgetLine();
    Money amount = change.toAmount();
    if (line != null && amount != null) {
      BudgetLine before = budget.locked(line);
      if (!before.authorized().equals(change.fromAmount()))
        throw new Refusal("change.stale", change.code(), before.code());
      budget.authorize(before, amount, by, at);
    }
  }

  /** What happened to a request, the oldest first. */
  List<ChangeDao.Event> history(Change change) {
    return dao.events(change.id());
  }

  /** Who was asked why on a day, and has not said. */
  List<PersonId> askedOn(LocalDate day) {
    return dao.askedOn(day);
  }

  /** Whether somebody was asked already why a date is so far. */
  boolean knows(Deliverable what, LocalDate to) {
    return dao.knowsDate(what.id(), to);
  }

  /** Whether somebody was asked already why a line will cost so much. */
  boolean knows(BudgetLine line, Money to) {
    return dao.knowsAmount(line.id(), to.cents());
  }

  private static void requireOpen(Change change) {
    if (!change.state().isOpen())
      throw new Refusal("change.decided", change.code(), change.state().phrase());
  }
}
