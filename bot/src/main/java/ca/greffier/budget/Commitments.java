package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The contracts and purchase orders. Every amount they had is kept. */
public final class Commitments {
  private final CommitmentDao dao;
  private final Budget budget;
  private final ZoneId zone;

  /**
   * @param zone in which a date is past
   */
  public Commitments(Jdbi jdbi, Budget budget, ZoneId zone) {
    this.dao = jdbi.onDemand(CommitmentDao.class);
    this.budget = budget;
    this.zone = zone;
  }

  /** What is said of a commitment that is signed. */
  public record Draft(
      BudgetLineId line,
      CommitmentKind kind,
      String title,
      String supplier,
      String reference,
      LocalDate signedOn,
      @Nullable LocalDate endsOn) {}

  /** All of them: open ones first, by the date they end. */
  List<Commitment> all() {
    return dao.all();
  }

  /** Those that are not closed, by the date they end. */
  public List<Commitment> open() {
    return all().stream().filter(Commitment::isOpen).toList();
  }

  Commitment get(CommitmentId id) {
    return dao.get(id).orElseThrow(() -> new IllegalArgumentException("none: " + id));
  }

  Optional<Commitment> byNumber(int number) {
    return dao.get(new CommitmentId(number));
  }

  BudgetLine lineOf(Commitment which) {
    return budget.byCode(which.line()).orElseThrow();
  }

  List<Amendment> amendments(Commitment of) {
    return dao.amendments(of.id());
  }

  /**
   * Commits money of a line, and takes it from what was still to commit there.
   *
   * @throws Refusal when the line has not enough left (domain.md K16, after, art. 21), or
   *     the dates contradict each other
   */
  Commitment sign(Draft draft, Money amount, PersonId by, Instant at) {
    check(draft, at);
    BudgetLine line = budget.locked(draft.line());
    requireAvailable(line, amount);
    budget.commit(line, amount, by, at);
    CommitmentId id = dao.insert(draft);
    dao.amount(id, amount, "", at, by);
    return get(id);
  }

  /**
   * Tells beforehand whether its dates are right.
   *
   * @throws Refusal as {@link #sign}
   */
  void check(Draft draft, Instant at) {
    if (draft.signedOn().isAfter(today(at)))
      throw new Refusal("budget.commitment.future", draft.signedOn());
    requireOrder(draft.signedOn(), draft.endsOn());
  }

  /**
   * Gives it another amount, as an amendment does.
   *
   * @throws Refusal when it is closed, more was invoiced, or the line has not enough left
   */
  void amend(Commitment which, Money amount, String why, PersonId by, Instant at) {
    BudgetLine line = budget.locked(which.budgetLine());
    Commitment now = get(which.id());
    checkAmount(now, amount);
    Money more = amount.minus(now.amount());
    requireAvailable(line, more);
    if (more.compareTo(Money.ZERO) > 0) budget.commit(line, more, by, at);
    dao.amount(now.id(), amount, why, at, by);
  }

  /**
   * Tells beforehand whether it can have this amount, but for what its line has left.
   *
   * @throws Refusal as {@link #amend}
   */
  void checkAmount(Commitment now, Money amount) {
    requireOpen(now);
    if (amount.equals(now.amount()))
      throw new Refusal("budget.commitment.same", now.code(), amount);
    if (amount.compareTo(now.spent()) < 0)
      throw new Refusal("budget.commitment.below", now.code(), amount, now.spent());
  }

  /**
   * Gives it another end.
   *
   * @throws Refusal when it is closed, or would end before it is signed
   */
  void extend(Commitment which, LocalDate endsOn) {
    requireOpen(which);
    requireOrder(which.signedOn(), endsOn);
    dao.endsOn(which.id(), endsOn);
  }

  /**
   * Closes it: what was not invoiced is available again.
   *
   * @throws Refusal when it is closed already
   */
  Money close(Commitment which, PersonId by, Instant at) {
    budget.locked(which.budgetLine());
    Commitment now = get(which.id());
    requireOpen(now);
    dao.close(now.id(), today(at));
    if (!now.remaining().equals(Money.ZERO)) dao.amount(now.id(), now.spent(), "", at, by);
    return now.remaining();
  }

  LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  static void requireOpen(Commitment which) {
    LocalDate closed = which.closedOn();
    if (closed != null) throw new Refusal("budget.commitment.closed", which.code(), closed);
  }

  static void requireAvailable(BudgetLine line, Money wanted) {
    Money available = line.available();
    if (wanted.compareTo(Money.ZERO) > 0 && wanted.compareTo(available) > 0)
      throw new Refusal(
          "budget.available.short", line.code(), available, wanted, wanted.minus(available));
  }

  static void requireOrder(LocalDate signed, @Nullable LocalDate ends) {
    if (ends != null && ends.isBefore(signed))
      throw new Refusal("budget.commitment.order", ends, signed);
  }
}
