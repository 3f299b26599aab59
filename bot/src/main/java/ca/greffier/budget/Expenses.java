package ca.greffier.budget;

import ca.greffier.budget.Taxes.Taxed;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The invoices and the credit notes. An invoice is entered once, and never changed. */
public final class Expenses {
  private final ExpenseDao dao;
  private final Budget budget;
  private final Commitments commitments;

  public Expenses(Jdbi jdbi, Budget budget, Commitments commitments) {
    this.dao = jdbi.onDemand(ExpenseDao.class);
    this.budget = budget;
    this.commitments = commitments;
  }

  /** What the paper says. */
  public record Draft(
      BudgetLineId line,
      @Nullable CommitmentId commitment,
      String supplier,
      String reference,
      LocalDate dated) {}

  /** All of them, the latest first. */
  List<Expense> all() {
    return dao.all();
  }

  /** An invoice that something is amiss with. */
  public record Doubtful(
      ExpenseId id, String line, String supplier, String reference, LocalDate dated, Money total) {}

  /**
   * Those that no contract or purchase order announced.
   *
   * @param from dated from then on
   * @param least of that amount or more, taxes in, less what was credited
   */
  public List<Doubtful> unannounced(LocalDate from, Money least) {
    return doubtful(each -> each.commitment() == null, from, least);
  }

  /** The same for those that bear neither TPS nor TVQ. */
  public List<Doubtful> untaxed(LocalDate from, Money least) {
    return doubtful(
        each -> each.tps().equals(Money.ZERO) && each.tvq().equals(Money.ZERO), from, least);
  }

  private List<Doubtful> doubtful(Predicate<Expense> amiss, LocalDate from, Money least) {
    return dao.all().stream()
        .filter(each -> each.credits() == null && amiss.test(each))
        .filter(each -> !each.dated().isBefore(from))
        .map(
            each ->
                new Doubtful(
                    each.id(),
                    each.line(),
                    each.supplier(),
                    each.reference(),
                    each.dated(),
                    each.total().minus(each.credited())))
        .filter(each -> each.total().cents() > 0 && each.total().compareTo(least) >= 0)
        .toList();
  }

  /** What was invoiced from a day on, less what was credited, by the code of its line. */
  public Map<String, Money> spentSince(LocalDate from) {
    Map<String, Money> spent = new HashMap<>();
    for (Expense each : dao.all()) {
      if (!each.dated().isBefore(from)) spent.merge(each.line(), each.total(), Money::plus);
    }
    return spent;
  }

  Optional<Expense> byNumber(int number) {
    return dao.get(new ExpenseId(number));
  }

  /**
   * Enters an invoice.
   *
   * @throws Refusal when it is entered already or dated in the future, when it is more than what is
   *     left of its commitment (domain.md K15), or, having none, than what its line has left (K16)
   */
  Expense enter(Draft draft, Taxed amount, PersonId by, Instant at) {
    requireNew(draft, at);
    BudgetLine line = budget.locked(draft.line());
    CommitmentId commitment = draft.commitment();
    if (commitment == null) {
      Commitments.requireAvailable(line, amount.total());
      budget.commit(line, amount.total(), by, at);
    } else {
      requireRemaining(commitments.get(commitment), amount.total());
    }
    return insert(draft, amount, null, by, at);
  }

  /**
   * Enters a credit note on an invoice, with its share of the taxes.
   *
   * @param amount positive, taxes in
   * @throws Refusal when it is entered already or dated in the future, or takes more than is left
   */
  Expense credit(Expense invoice, Draft draft, Money amount, PersonId by, Instant at) {
    requireNew(draft, at);
    budget.locked(draft.line());
    Expense now = dao.get(invoice.id()).orElseThrow();
    if (now.credits() != null) throw new Refusal("budget.credit.credit", now.code());
    Money left = now.total().minus(now.credited());
    if (amount.compareTo(left) > 0) throw new Refusal("budget.credit.over", now.code(), left);
    boolean taxed = !now.tps().equals(Money.ZERO);
    Taxed share = (taxed ? Taxes.INCLUDED : Taxes.NONE).of(amount);
    Taxed negative =
        new Taxed(
            Money.ZERO.minus(share.net()),
            Money.ZERO.minus(share.tps()),
            Money.ZERO.minus(share.tvq()));
    return insert(draft, negative, now.id(), by, at);
  }

  private Expense insert(
      Draft draft, Taxed amount, @Nullable ExpenseId credits, PersonId by, Instant at) {
    ExpenseId id = dao.insert(draft, amount.net(), amount.tps(), amount.tvq(), credits, at, by);
    return dao.get(id).orElseThrow();
  }

  /** The one of this number, if it is entered. */
  Optional<Expense> same(String supplier, String reference) {
    return dao.same(supplier, reference);
  }

  /**
   * @throws Refusal when the day has not come yet
   */
  void checkDate(LocalDate dated, Instant at) {
    if (dated.isAfter(commitments.today(at))) throw new Refusal("budget.expense.future", dated);
  }

  private void requireNew(Draft draft, Instant at) {
    checkDate(draft.dated(), at);
    dao.same(draft.supplier(), draft.reference())
        .ifPresent(
            before -> {
              throw new Refusal(
                  "budget.expense.twice",
                  before.reference(),
                  before.supplier(),
                  before.code(),
                  before.total());
            });
  }

  private static void requireRemaining(Commitment commitment, Money total) {
    Commitments.requireOpen(commitment);
    Money remaining = commitment.remaining();
    if (total.compareTo(remaining) > 0)
      throw new Refusal(
          "budget.expense.over", commitment.code(), remaining, total, total.minus(remaining));
  }
}
