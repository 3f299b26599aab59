package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * The lines of the budget, each state of which is kept. The committed and the spent of a line are
 * the sums of its commitments and expenses, with what was taken over without its papers.
 */
public final class Budget {
  /** After all that was ever written. */
  private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

  private final BudgetDao dao;
  private final ZoneId zone;

  /**
   * @param zone in which a day ends
   */
  public Budget(Jdbi jdbi, ZoneId zone) {
    this.dao = jdbi.onDemand(BudgetDao.class);
    this.zone = zone;
  }

  /** The amounts of a line, papers included. */
  record Amounts(Money authorized, Money committed, Money spent, Money toCommit) {
    /**
     * @throws Refusal when one is negative
     */
    Amounts {
      for (Money amount : List.of(authorized, committed, spent, toCommit)) {
        if (amount.compareTo(Money.ZERO) < 0) throw new Refusal("budget.negative", amount);
      }
    }

    static Amounts of(BudgetLine line) {
      return new Amounts(line.authorized(), line.committed(), line.spent(), line.toCommit());
    }

    /**
     * What has no papers.
     *
     * @throws Refusal when the papers come to more, or more is spent than committed (domain.md K15)
     */
    Amounts without(Papers papers) {
      Money left = committed.minus(papers.committed());
      Money leftSpent = spent.minus(papers.spent());
      if (left.compareTo(Money.ZERO) < 0)
        throw new Refusal("budget.papers.committed", committed, papers.committed());
      if (leftSpent.compareTo(Money.ZERO) < 0)
        throw new Refusal("budget.papers.spent", spent, papers.spent());
      if (leftSpent.compareTo(left) > 0) throw new Refusal("budget.spent.over", spent, committed);
      return new Amounts(authorized, left, leftSpent, toCommit);
    }
  }

  /** The sums of the commitments and of the expenses of a line. */
  record Papers(Money committed, Money spent) {
    static final Papers NONE = new Papers(Money.ZERO, Money.ZERO);
  }

  public Optional<BudgetLine> byCode(String code) {
    return dao.lines(ALWAYS, code.trim()).stream().findFirst();
  }

  /** All of them, by code. */
  public List<BudgetLine> all() {
    return dao.lines(ALWAYS, null);
  }

  /** The day it is. */
  LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** The lines as they were known at the end of a day. */
  public List<BudgetLine> asOf(LocalDate day) {
    return dao.lines(endOf(day), null);
  }

  /** What all the lines had spent together, as it was known at the end of each of these days. */
  public Map<LocalDate, Money> spentBy(List<LocalDate> days) {
    Map<LocalDate, Money> spent = new HashMap<>();
    List<String> ends = days.stream().map(day -> endOf(day).toString()).toList();
    for (BudgetDao.Spent each : dao.spent(days.stream().map(LocalDate::toString).toList(), ends))
      spent.put(each.day(), each.spent());
    return spent;
  }

  /**
   * Adds or corrects a line, and keeps the state it is left in.
   *
   * @throws Refusal when its papers come to more than the amounts
   */
  void put(String code, String title, Amounts amounts, PersonId by, Instant at) {
    keep(dao.upsert(code, title), amounts, by, at);
  }

  /**
   * Tells beforehand whether a line can have these amounts.
   *
   * @throws Refusal as {@link #put}
   */
  void check(String code, Amounts amounts) {
    amounts.without(byCode(code).map(line -> dao.papers(line.id())).orElse(Papers.NONE));
  }

  /** Keeps a line for the unforeseen, or no longer. */
  void reserve(BudgetLine line, boolean reserve) {
    dao.reserve(line.id(), reserve);
  }

  /** Puts what may be spent at another amount: what an approved change decided (domain.md K23). */
  public void authorize(BudgetLine line, Money authorized, PersonId by, Instant at) {
    Amounts after = new Amounts(authorized, line.committed(), line.spent(), line.toCommit());
    keep(line.id(), after, by, at);
  }

  /** What now is signed or invoiced was to be: less is still to commit, never less than nothing. */
  void commit(BudgetLine line, Money amount, PersonId by, Instant at) {
    Money left = line.toCommit().minus(amount);
    if (left.compareTo(Money.ZERO) < 0) left = Money.ZERO;
    if (left.equals(line.toCommit())) return;
    Amounts after = new Amounts(line.authorized(), line.committed(), line.spent(), left);
    keep(line.id(), after, by, at);
  }

  private void keep(BudgetLineId id, Amounts amounts, PersonId by, Instant at) {
    Amounts rest = amounts.without(dao.papers(id));
    dao.keep(id, rest.authorized(), rest.committed(), rest.spent(), rest.toCommit(), at, by);
  }

  /** The line as it is, which nobody else changes until the transaction ends. */
  public BudgetLine locked(BudgetLineId id) {
    dao.lock(id);
    return dao.line(id, ALWAYS);
  }

  /** The sum of an amount over all lines. */
  public static Money total(List<BudgetLine> lines, Function<BudgetLine, Money> amount) {
    return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
  }

  private Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
