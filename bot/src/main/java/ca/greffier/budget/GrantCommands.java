package ca.greffier.budget;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Numbered;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the agreements with funders. */
final class GrantCommands {
  private static final int LONGEST = 200;
  private static final int LONGEST_REFERENCE = 60;
  private static final double ALL = 100;

  private final Grants grants;

  private final Param<Grant> grant;
  private final Param<String> funder;
  private final Param<String> title;
  private final Param<Money> amount;
  private final Param<LocalDate> startsOn;
  private final Param<LocalDate> endsOn;
  private final Param<Integer> movable;
  private final Param<String> reference;
  private final Param<BudgetLine> line;

  GrantCommands(Grants grants, BudgetKinds budgetKinds, Kinds kinds) {
    this.grants = grants;
    this.grant = Param.required("subvention", kind(grants));
    this.funder = Param.required("bailleur", kinds.text(LONGEST));
    this.title = Param.required("titre", kinds.text(LONGEST));
    this.amount = Param.required("montant", kinds.money());
    this.startsOn = Param.required("debut", kinds.date());
    this.endsOn = Param.required("echeance", kinds.date());
    this.movable = Param.optional("transferable", kinds.percent());
    this.reference = Param.optional("reference", kinds.text(LONGEST_REFERENCE));
    this.line = Param.required("poste", budgetKinds.line());
  }

  private static Kind<Grant> kind(Grants grants) {
    return new Numbered<>(
        Numbered.after("S"),
        "budget.grant.unknown",
        grants::byNumber,
        grants::all,
        Grant::code,
        each -> each.funder() + " · " + each.title());
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "subvention ajouter",
            Role.SECRETARY,
            this::add,
            funder,
            title,
            amount,
            startsOn,
            endsOn,
            movable,
            reference),
        Command.of("subvention liste", Role.SECRETARY, _ -> list()),
        Command.of("subvention voir", Role.SECRETARY, call -> show(call.get(grant)), grant),
        Command.of("subvention repartir", Role.SECRETARY, this::share, grant, line, amount),
        Command.of("subvention prolonger", Role.SECRETARY, this::extend, grant, endsOn));
  }

  private Reply add(Call call) {
    Grants.Draft draft =
        new Grants.Draft(
            call.get(funder),
            call.get(title),
            call.find(reference).orElse(""),
            BudgetKinds.positive(call.get(amount)),
            call.get(startsOn),
            call.get(endsOn),
            call.find(movable).orElse(null));
    Grant added = grants.add(draft, call.actor().known(), call.at());
    return Reply.said(
        "budget.grant.added", added.code(), added.funder(), added.amount(), added.endsOn());
  }

  private Reply share(Call call) {
    Grant which = call.get(grant);
    Money given = call.get(amount);
    if (given.compareTo(Money.ZERO) < 0) throw new Refusal("budget.negative", given);
    grants.share(which, call.get(line), given);
    return show(grants.byNumber((int) which.id().value()).orElseThrow());
  }

  private Reply extend(Call call) {
    grants.extend(call.get(grant), call.get(endsOn));
    return Reply.said("budget.grant.extended", call.get(grant).code(), call.get(endsOn));
  }

  private Reply list() {
    List<List<Object>> rows = new ArrayList<>();
    for (Grant each : grants.all()) {
      List<GrantShare> shares = grants.shares(each);
      Money spent = sum(shares.stream().map(GrantShare::spent).toList());
      rows.add(
          List.of(
              each.code(),
              each.funder(),
              each.title(),
              each.amount(),
              spent,
              new Percent(Math.rint(ALL * spent.cents() / each.amount().cents())),
              each.endsOn()));
    }
    return new Reply.Table(
        "budget.grants",
        List.of(rows.size()),
        List.of(
            "budget.grant.code",
            "budget.grant.funder",
            "budget.title",
            "budget.amount.column",
            "budget.spent",
            "budget.grant.used",
            "budget.grant.ends"),
        rows);
  }

  private Reply show(Grant one) {
    List<GrantShare> shares = grants.shares(one);
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("budget.grant.funder", one.funder()));
    if (!one.reference().isEmpty())
      fields.add(new Reply.Field("budget.grant.reference", one.reference()));
    fields.add(new Reply.Field("budget.amount.column", one.amount()));
    fields.add(new Reply.Field("budget.grant.unshared", one.unshared()));
    fields.add(new Reply.Field("budget.grant.starts", one.startsOn()));
    fields.add(new Reply.Field("budget.grant.ends", one.endsOn()));
    fields.add(
        new Reply.Field(
            "budget.grant.movable", Optional.ofNullable(one.movable()).map(Percent::new)));
    List<List<Object>> rows = new ArrayList<>();
    for (GrantShare each : shares)
      rows.add(
          List.of(
              each.line().code(),
              each.line().title(),
              each.amount(),
              each.spent(),
              each.forecast()));
    Reply card = new Reply.Card("budget.grant.card", List.of(one.code(), one.title()), fields);
    if (rows.isEmpty()) return Reply.together(card, Reply.said("budget.grant.bare", one.code()));
    return Reply.together(
        card,
        new Reply.Table(
            "budget.grant.shares",
            List.of(rows.size()),
            List.of(
                "budget.code",
                "budget.title",
                "budget.grant.given",
                "budget.spent",
                "budget.final"),
            rows));
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
