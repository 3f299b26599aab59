package ca.greffier.budget;

import ca.greffier.command.Reply;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commitments and expenses as they are shown: the papers behind the figures. */
final class PaperViews {
  private final Budget budget;
  private final Commitments commitments;
  private final People people;

  PaperViews(Budget budget, Commitments commitments, People people) {
    this.budget = budget;
    this.commitments = commitments;
    this.people = people;
  }

  Reply commitments(List<Commitment> shown) {
    List<List<Object>> rows = new ArrayList<>();
    for (Commitment each : shown)
      rows.add(
          List.of(
              each.code(),
              each.title(),
              each.supplier(),
              each.line(),
              each.amount(),
              each.spent(),
              each.remaining(),
              end(each)));
    return new Reply.Table(
        "budget.commitments",
        List.of(shown.size()),
        List.of(
            "budget.code",
            "budget.commitment.title",
            "budget.supplier",
            "budget.title",
            "budget.amount.column",
            "budget.invoiced",
            "budget.remaining",
            "budget.ends"),
        rows);
  }

  Reply card(Commitment which) {
    return new Reply.Card(
        "budget.line.card",
        List.of(which.code(), which.title()),
        List.of(
            new Reply.Field("budget.commitment.kind", which.kind().phrase()),
            new Reply.Field("budget.title", named(which.line())),
            new Reply.Field("budget.supplier", which.supplier()),
            new Reply.Field("budget.reference", filled(which.reference())),
            new Reply.Field("budget.signed", which.signedOn()),
            new Reply.Field("budget.ends", end(which)),
            new Reply.Field("budget.amount.column", which.amount()),
            new Reply.Field("budget.invoiced", which.spent()),
            new Reply.Field("budget.remaining", which.remaining()),
            new Reply.Field(
                "budget.amendments",
                commitments.amendments(which).stream().map(this::amendment).toList())));
  }

  private Phrase amendment(Amendment amendment) {
    Optional<String> by =
        Optional.ofNullable(amendment.person()).map(people::get).map(Person::fullName);
    String key = amendment.why().isEmpty() ? "budget.amendment" : "budget.amendment.why";
    return Phrase.of(key, amendment.at(), amendment.amount(), by, amendment.why());
  }

  Reply expenses(List<Expense> shown) {
    List<List<Object>> rows = new ArrayList<>();
    for (Expense each : shown)
      rows.add(
          List.of(
              each.code(),
              each.dated(),
              each.supplier(),
              each.reference(),
              each.line(),
              origin(each),
              each.net(),
              each.tps(),
              each.tvq(),
              each.total()));
    return new Reply.Table(
        "budget.expenses",
        List.of(shown.size()),
        List.of(
            "budget.code",
            "budget.dated",
            "budget.supplier",
            "budget.reference",
            "budget.title",
            "budget.on",
            "budget.net",
            "budget.tps",
            "budget.tvq",
            "budget.total"),
        rows);
  }

  /** What was entered, with its taxes, and what the line and the commitment have left. */
  Reply entered(Expense expense) {
    BudgetLine line = budget.byCode(expense.line()).orElseThrow();
    CommitmentId on = expense.commitment();
    Phrase left =
        on == null
            ? Phrase.of("budget.left.line", line.code(), line.available())
            : Phrase.of("budget.left.commitment", on.code(), commitments.get(on).remaining());
    return Reply.said(
        expense.credits() == null ? "budget.expense.entered" : "budget.credit.entered",
        expense.code(),
        expense.total(),
        expense.tps(),
        expense.tvq(),
        left);
  }

  /** On a commitment, on the invoice it credits, or on none: that is to be seen (K18). */
  private static Object origin(Expense expense) {
    ExpenseId credited = expense.credits();
    if (credited != null) return Phrase.of("budget.on.credit", credited.code());
    CommitmentId on = expense.commitment();
    return on == null ? Phrase.of("budget.on.none") : on.code();
  }

  private static Object end(Commitment which) {
    return which.isOpen()
        ? Optional.ofNullable(which.endsOn())
        : Phrase.of("budget.ended", Optional.ofNullable(which.closedOn()));
  }

  private Object named(String code) {
    return budget
        .byCode(code)
        .<Object>map(each -> Phrase.of("budget.line.card", each.code(), each.title()))
        .orElse(code);
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
