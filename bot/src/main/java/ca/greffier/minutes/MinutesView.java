package ca.greffier.minutes;

import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.directory.People;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.Meeting;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is shown of the minutes, and of the actions. */
final class MinutesView {
  private final People people;
  private final Agendas agendas;
  private final ZoneId zone;

  MinutesView(People people, Agendas agendas, ZoneId zone) {
    this.people = people;
    this.agendas = agendas;
    this.zone = zone;
  }

  Reply of(Proceedings proceedings, LocalDate today) {
    List<Reply> parts = new ArrayList<>();
    parts.add(card(proceedings));
    parts.add(participants(proceedings));
    if (!proceedings.decisions().isEmpty()) parts.add(decisions(proceedings.decisions()));
    if (!proceedings.amendments().isEmpty()) parts.add(amendments(proceedings.amendments()));
    if (!proceedings.actions().isEmpty()) parts.add(actions(proceedings.actions(), today));
    return new Reply.Together(parts);
  }

  Reply actions(List<ActionItem> actions, LocalDate today) {
    List<List<Object>> rows = new ArrayList<>();
    for (ActionItem action : actions) {
      rows.add(
          List.of(
              action.number(),
              action.text(),
              people.get(action.responsible()).fullName(),
              action.due(),
              state(action, today)));
    }
    return new Reply.Table(
        "minutes.actions",
        List.of(rows.size()),
        List.of(
            "minutes.field.number",
            "minutes.field.action",
            "minutes.field.responsible",
            "minutes.field.due",
            "minutes.field.state"),
        rows);
  }

  private static Phrase state(ActionItem action, LocalDate today) {
    if (action.isDone()) return Phrase.of("minutes.action.state.done");
    long late = ChronoUnit.DAYS.between(action.due(), today);
    return late > 0
        ? Phrase.of("minutes.action.state.late", late)
        : Phrase.of("minutes.action.state.open");
  }

  private Reply card(Proceedings proceedings) {
    List<Field> fields = new ArrayList<>();
    Phrase state = proceedings.life().map(Life::state).orElseGet(() -> Phrase.of("minutes.open"));
    fields.add(new Field("minutes.field.when", proceedings.meeting().startsAt()));
    fields.add(new Field("minutes.field.state", state));
    String quorum = proceedings.isQuorate() ? "minutes.quorum.reached" : "minutes.quorum.lacking";
    fields.add(
        new Field(
            "minutes.field.quorum",
            Phrase.of(quorum, proceedings.present(), proceedings.quorum().needed())));
    proceedings
        .sitting()
        .flatMap(sitting -> where(proceedings.meeting(), sitting))
        .ifPresent(fields::add);
    for (Note note : proceedings.notes()) fields.add(new Field("minutes.field.note", note.text()));
    List<Object> title = List.of(proceedings.meeting().number(), proceedings.meeting().title());
    return new Reply.Card("minutes.card", title, fields);
  }

  /** The item that is being discussed, and its clock. */
  private Optional<Field> where(Meeting meeting, Sitting sitting) {
    Long item = sitting.item();
    Instant since = sitting.itemAt();
    if (item == null || since == null || sitting.endedAt() != null) return Optional.empty();
    return agendas.items(meeting).stream()
        .filter(each -> each.id() == item)
        .findFirst()
        .map(each -> new Field("minutes.field.item", at(each, since)));
  }

  /** {@code 2. Budget, depuis 13 h 42, prévu jusqu’à 14 h 27}. */
  Phrase at(AgendaItem item, Instant since) {
    Integer planned = item.minutes();
    return planned == null
        ? Phrase.of("minutes.item.since", item.number(), item.title(), time(since))
        : Phrase.of(
            "minutes.item.until",
            item.number(),
            item.title(),
            time(since),
            time(since.plus(Duration.ofMinutes(planned))));
  }

  private LocalTime time(Instant at) {
    return LocalTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
  }

  private static Reply participants(Proceedings proceedings) {
    List<List<Object>> rows = new ArrayList<>();
    for (Participant one : proceedings.participants()) {
      Phrase standing = one.member() ? one.standing().label() : Phrase.of("minutes.guest");
      rows.add(List.of(one.person().fullName(), standing));
    }
    return new Reply.Table(
        "minutes.participants",
        List.of(rows.size()),
        List.of("minutes.field.person", "minutes.field.standing"),
        rows);
  }

  private static Reply decisions(List<Decision> decisions) {
    List<List<Object>> rows = new ArrayList<>();
    for (Decision decision : decisions) {
      String what = decision.quorate() ? "minutes.decision" : "minutes.opinion";
      rows.add(List.of(decision.number(), Phrase.of(what), decision.text(), decision.result()));
    }
    return new Reply.Table(
        "minutes.decisions",
        List.of(rows.size()),
        List.of(
            "minutes.field.number",
            "minutes.field.kind",
            "minutes.field.text",
            "minutes.field.result"),
        rows);
  }

  private static Reply amendments(List<Amendment> amendments) {
    List<List<Object>> rows = new ArrayList<>();
    for (Amendment each : amendments)
      rows.add(List.of(each.decision(), each.text(), each.result()));
    return new Reply.Table(
        "minutes.amendments",
        List.of(rows.size()),
        List.of("minutes.field.number", "minutes.field.amendment", "minutes.field.result"),
        rows);
  }
}
