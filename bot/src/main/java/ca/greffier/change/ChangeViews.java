package ca.greffier.change;

import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How requests are shown. */
final class ChangeViews {
  private final Changes changes;
  private final People people;

  ChangeViews(Changes changes, People people) {
    this.changes = changes;
    this.people = people;
  }

  Reply table(List<Change> shown) {
    List<List<Object>> rows = new ArrayList<>();
    for (Change each : shown)
      rows.add(
          List.of(
              each.code(),
              each.title(),
              moved(each),
              each.state().phrase(),
              changes.authority(each).phrase(),
              each.requestedOn()));
    return new Reply.Table(
        "change.list",
        List.of(rows.size()),
        List.of(
            "change.code",
            "change.title",
            "change.moves",
            "change.state",
            "change.authority",
            "change.requested"),
        rows);
  }

  Reply card(Change change) {
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("change.state", change.state().phrase()));
    fields.add(new Reply.Field("change.moves", moved(change)));
    fields.add(new Reply.Field("change.authority", changes.authority(change).phrase()));
    fields.add(new Reply.Field("change.requested", change.requestedOn()));
    fields.add(new Reply.Field("change.requester", name(change.requester())));
    fields.add(new Reply.Field("change.reason", Optional.ofNullable(change.reason())));
    Impacts impacts = change.impacts();
    said(fields, "change.scope", impacts.scope());
    said(fields, "change.schedule", impacts.schedule());
    said(fields, "change.cost", impacts.cost());
    said(fields, "change.quality", impacts.quality());
    said(fields, "change.risks", impacts.risks());
    said(fields, "change.options", change.options());
    said(fields, "change.recommendation", change.recommendation());
    if (change.decidedOn() != null)
      fields.add(new Reply.Field("change.decidedon", change.decidedOn()));
    if (change.decidedBy() != null)
      fields.add(new Reply.Field("change.decidedby", name(change.decidedBy())));
    said(fields, "change.minutes", change.minutes());
    said(fields, "change.decision", change.decision());
    List<Phrase> history = changes.history(change).stream().map(this::event).toList();
    fields.add(new Reply.Field("change.history", history));
    return new Reply.Card("change.card", List.of(change.code(), change.title()), fields);
  }

  private Phrase event(ChangeDao.Event event) {
    return name(event.person())
        .map(person -> Phrase.of("change.event", event.at(), event.state().phrase(), person))
        .orElse(Phrase.of("change.event.nobody", event.at(), event.state().phrase()));
  }

  private static void said(List<Reply.Field> fields, String label, String words) {
    if (!words.isEmpty()) fields.add(new Reply.Field(label, words));
  }

  private Optional<String> name(@Nullable PersonId person) {
    return Optional.ofNullable(person).map(people::get).map(Person::fullName);
  }

  /** From what to what. */
  static Phrase moved(Change change) {
    if (change.toDate() != null)
      return change.fromDate() == null
          ? Phrase.of("change.moves.first", change.toDate())
          : Phrase.of("change.moves.fromto", change.fromDate(), change.toDate());
    if (change.toAmount() != null && change.fromAmount() != null)
      return Phrase.of("change.moves.fromto", change.fromAmount(), change.toAmount());
    return Phrase.of("change.moves.else");
  }
}
