package ca.greffier.budget;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.table.TableParams;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked of the contracts and purchase orders. */
final class CommitmentCommands {
  private final Commitments commitments;
  private final PaperViews views;

  private final Param<Commitment> commitment;
  private final Param<BudgetLine> line;
  private final Param<BudgetLine> oneLine;
  private final Param<CommitmentKind> kind;
  private final Param<String> title;
  private final Param<String> supplier;
  private final Param<String> reference;
  private final Param<Money> amount;
  private final Param<Money> newAmount;
  private final Param<Taxes> taxes;
  private final Param<LocalDate> signedOn;
  private final Param<LocalDate> endsOn;
  private final Param<String> why;
  private final Param<Boolean> closedToo;
  private final CommitmentImport imports;
  private final TableParams tables;

  CommitmentCommands(
      Commitments commitments, PaperViews views, BudgetKinds budgetKinds, Kinds kinds) {
    this.commitments = commitments;
    this.views = views;
    this.commitment = Param.required("engagement", budgetKinds.commitment(commitments));
    this.line = Param.required("poste", budgetKinds.line());
    this.oneLine = Param.optional("poste", budgetKinds.line());
    this.kind = Param.optional("forme", budgetKinds.commitmentKind());
    this.title = Param.required("titre", kinds.text(200));
    this.supplier = Param.required("fournisseur", kinds.text(120));
    this.reference = Param.optional("reference", kinds.text(60));
    this.amount = Param.required("montant", kinds.money());
    this.newAmount = Param.optional("montant", kinds.money());
    this.taxes = Param.optional("taxes", budgetKinds.taxes());
    this.signedOn = Param.optional("date", kinds.date());
    this.endsOn = Param.optional("fin", kinds.date());
    this.why = Param.optional("raison", kinds.text(300));
    this.closedToo = Param.optional("tout", kinds.yesNo());
    this.imports = new CommitmentImport(commitments, budgetKinds, kinds);
    this.tables = TableParams.of(BudgetCommands.MOST_BYTES, kinds);
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "engagement ajouter",
            Role.SECRETARY,
            this::sign,
            line,
            title,
            supplier,
            amount,
            taxes,
            kind,
            reference,
            signedOn,
            endsOn),
        Command.of("engagement liste", Role.SECRETARY, this::list, oneLine, closedToo),
        Command.of(
            "engagement voir",
            Role.SECRETARY,
            call -> views.card(call.get(commitment)),
            commitment),
        Command.of(
            "engagement modifier",
            Role.SECRETARY,
            this::amend,
            commitment,
            newAmount,
            taxes,
            endsOn,
            why),
        Command.of("engagement clore", Role.SECRETARY, this::close, commitment),
        Command.of(
            "engagement importer",
            Role.SECRETARY,
            this::importTable,
            tables.file(),
            tables.trial(),
            tables.partial()),
        Command.of("engagement exporter", Role.SECRETARY, this::export, tables.format()));
  }

  private Reply sign(Call call) {
    BudgetLine from = call.get(line);
    Commitments.Draft draft =
        new Commitments.Draft(
            from.id(),
            call.find(kind).orElse(CommitmentKind.CONTRACT),
            call.get(title),
            call.get(supplier),
            call.find(reference).orElse(""),
            call.find(signedOn).orElseGet(() -> commitments.today(call.at())),
            call.find(endsOn).orElse(null));
    Money total = total(call, call.get(amount));
    Commitment signed = commitments.sign(draft, total, call.actor().known(), call.at());
    BudgetLine after = commitments.lineOf(signed);
    return Reply.said(
        "budget.commitment.signed",
        signed.code(),
        signed.title(),
        signed.amount(),
        after.code(),
        after.available(),
        after.toCommit());
  }

  private Reply list(Call call) {
    Optional<BudgetLine> one = call.find(oneLine);
    boolean all = call.find(closedToo).orElse(false);
    return views.commitments(
        commitments.all().stream()
            .filter(each -> all || each.isOpen())
            .filter(each -> one.isEmpty() || one.get().id().equals(each.budgetLine()))
            .toList());
  }

  private Reply amend(Call call) {
    Commitment which = call.get(commitment);
    Optional<Money> given = call.find(newAmount);
    Optional<LocalDate> end = call.find(endsOn);
    if (given.isEmpty() && end.isEmpty())
      throw new Refusal("budget.commitment.nothing", which.code());
    end.ifPresent(date -> commitments.extend(which, date));
    if (given.isPresent()) {
      Money total = total(call, given.get());
      String reason = call.find(why).orElse("");
      commitments.amend(which, total, reason, call.actor().known(), call.at());
    }
    return views.card(commitments.get(which.id()));
  }

  private Reply close(Call call) {
    Commitment which = call.get(commitment);
    Money freed = commitments.close(which, call.actor().known(), call.at());
    Phrase rest =
        freed.equals(Money.ZERO)
            ? Phrase.of("budget.commitment.freed.none")
            : Phrase.of("budget.commitment.freed", freed, which.line());
    return Reply.said("budget.commitment.done", which.code(), which.title(), rest);
  }

  private Reply importTable(Call call) {
    return imports
        .lines(call.get(tables.file()), call.actor().known(), call.at())
        .run(tables.run(call));
  }

  private Reply export(Call call) {
    return BudgetExport.commitments(
        commitments.all(), commitments.today(call.at()), tables.format(call));
  }

  private Money total(Call call, Money typed) {
    return call.find(taxes).orElse(Taxes.INCLUDED).of(BudgetKinds.positive(typed)).total();
  }
}
