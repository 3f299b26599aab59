package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The agreements with those who pay, and what each gives to each line. */
public final class Grants {
  private final Dao dao;
  private final Budget budget;

  public Grants(Jdbi jdbi, Budget budget) {
    this.dao = jdbi.onDemand(Dao.class);
    this.budget = budget;
  }

  /** What the paper says. */
  public record Draft(
      String funder,
      String title,
      String reference,
      Money amount,
      LocalDate startsOn,
      LocalDate endsOn,
      @Nullable Integer movable) {}

  /** All of them, the first to end first. */
  public List<Grant> all() {
    return dao.all();
  }

  Optional<Grant> byNumber(int number) {
    return dao.get(new GrantId(number));
  }

  /**
   * @throws Refusal when it ends before it starts
   */
  Grant add(Draft draft, PersonId by, Instant at) {
    if (!draft.endsOn().isAfter(draft.startsOn()))
      throw new Refusal("budget.grant.order", draft.endsOn(), draft.startsOn());
    return dao.get(dao.insert(draft, at, by)).orElseThrow();
  }

  /**
   * Gives a line its share; another amount takes the place of the first, nothing takes it away.
   *
   * @throws Refusal when the agreement has not as much left, or all the agreements together would
   *     give the line more than what is authorized
   */
  void share(Grant grant, BudgetLine line, Money amount) {
    dao.lock(grant.id());
    Grant now = dao.get(grant.id()).orElseThrow();
    Money before = dao.share(grant.id(), line.id()).orElse(Money.ZERO);
    Money left = now.unshared().plus(before);
    if (amount.compareTo(left) > 0)
      throw new Refusal("budget.grant.short", now.code(), left, amount);
    Money others = dao.given(line.id()).minus(before);
    if (others.plus(amount).compareTo(line.authorized()) > 0)
      throw new Refusal("budget.grant.over", line.code(), line.authorized(), others.plus(amount));
    if (amount.equals(Money.ZERO)) dao.unshare(grant.id(), line.id());
    else dao.put(grant.id(), line.id(), amount);
  }

  /**
   * Gives it another end, as the funder agreed.
   *
   * @throws Refusal when it would end before it starts
   */
  void extend(Grant grant, LocalDate endsOn) {
    if (!endsOn.isAfter(grant.startsOn()))
      throw new Refusal("budget.grant.order", endsOn, grant.startsOn());
    dao.endsOn(grant.id(), endsOn);
  }

  /** What it gives to each line, by code. */
  public List<GrantShare> shares(Grant grant) {
    List<GrantShare> shares = new ArrayList<>();
    for (BudgetLine line : budget.all())
      dao.share(grant.id(), line.id()).ifPresent(each -> shares.add(new GrantShare(line, each)));
    return shares;
  }

  interface Dao {
    String GRANT =
        """
        SELECT g.id, g.funder, g.title, g.reference, g.amount, g.starts_on, g.ends_on, g.movable,
               (SELECT coalesce(sum(amount), 0)::bigint FROM grant_share
                WHERE agreement = g.id) AS shared
        FROM grant_agreement g
        """;

    @SqlQuery(GRANT + "ORDER BY g.ends_on, g.id")
    List<Grant> all();

    @SqlQuery(GRANT + "WHERE g.id = :id")
    Optional<Grant> get(GrantId id);

    @SqlQuery("SELECT id FROM grant_agreement WHERE id = :id FOR UPDATE")
    GrantId lock(GrantId id);

    @SqlQuery(
        """
        INSERT INTO grant_agreement (funder, title, reference, amount, starts_on, ends_on, movable,
                                     noted_at, noted_by)
        VALUES (:funder, :title, :reference, :amount, :startsOn, :endsOn, :movable, :at, :by)
        RETURNING id
        """)
    GrantId insert(@BindMethods Draft draft, Instant at, PersonId by);

    @SqlUpdate("UPDATE grant_agreement SET ends_on = :endsOn WHERE id = :id")
    void endsOn(GrantId id, LocalDate endsOn);

    @SqlQuery("SELECT amount FROM grant_share WHERE agreement = :grant AND budget_line = :line")
    Optional<Money> share(GrantId grant, BudgetLineId line);

    /** By all the agreements together. */
    @SqlQuery("SELECT coalesce(sum(amount), 0)::bigint FROM grant_share WHERE budget_line = :line")
    Money given(BudgetLineId line);

    @SqlUpdate(
        """
        INSERT INTO grant_share (agreement, budget_line, amount) VALUES (:grant, :line, :amount)
        ON CONFLICT (agreement, budget_line) DO UPDATE SET amount = excluded.amount
        """)
    void put(GrantId grant, BudgetLineId line, Money amount);

    @SqlUpdate("DELETE FROM grant_share WHERE agreement = :grant AND budget_line = :line")
    void unshare(GrantId grant, BudgetLineId line);
  }
}
