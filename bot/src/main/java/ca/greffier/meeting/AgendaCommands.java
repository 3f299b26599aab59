package ca.greffier.meeting;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Numbered;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.AgendaItem.Purpose;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of an ordre du jour. */
final class AgendaCommands {
  static final String ANSWER = "ordre retenir";

  private static final int MOST_ITEMS = 60;

  private final Parts parts;
  private final Param<Meeting> meeting;
  private final Param<String> title;
  private final Param<Purpose> kind;
  private final Param<Person> person;
  private final Param<Duration> length;
  private final Param<Integer> at;
  private final Param<Integer> item;
  private final Param<Integer> to;
  private final Param<AgendaItem> proposal;
  private final Param<Boolean> kept;

  /** What the commands are made of. */
  record Parts(
      Agendas agendas,
      Meetings meetings,
      MeetingLetters letters,
      Convocation convocation,
      Bodies bodies,
      People people,
      Asks asks) {}

  AgendaCommands(Parts parts, Param<Meeting> meeting, Param<Person> person, Kinds kinds) {
    this.parts = parts;
    this.meeting = meeting;
    this.person = person;
    this.title = Param.required("titre", kinds.text(200));
    this.kind = Param.optional("but", kinds.choice("point", Purpose.words()));
    this.length = Param.optional("duree", kinds.duration());
    this.at = Param.optional("place", kinds.wholeNumber(1, MOST_ITEMS));
    this.item = Param.required("point", kinds.wholeNumber(1, MOST_ITEMS));
    this.to = Param.required("place", kinds.wholeNumber(1, MOST_ITEMS));
    this.proposal =
        Param.required(
            "proposition",
            new Numbered<>(
                Numbered.after("P"),
                "agenda.unknown",
                number -> parts.agendas().find(number),
                List::of,
                each -> "P-" + each.id(),
                AgendaItem::title));
    this.kept = Param.required("retenue", kinds.yesNo());
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "ordre ajouter", Role.SECRETARY, this::add, meeting, title, kind, person, length, at),
        Command.of("ordre retirer", Role.SECRETARY, this::remove, meeting, item),
        Command.of("ordre deplacer", Role.SECRETARY, this::move, meeting, item, to),
        Command.of("ordre voir", Role.MEMBER, this::show, meeting),
        Command.of("ordre aviser", Role.SECRETARY, this::tell, meeting),
        Command.of("ordre proposer", Role.MEMBER, this::propose, meeting, title, kind, length),
        Command.of(ANSWER, Role.MEMBER, this::answer, proposal, kept));
  }

  private Reply add(Call call) {
    Meeting which = open(call.get(meeting), call.at());
    if (parts.agendas().items(which).size() >= MOST_ITEMS)
      throw new Refusal("agenda.full", MOST_ITEMS);
    AgendaItem added =
        parts.agendas().add(which, draft(call, person(call)), call.find(at).orElse(null));
    Reply said = Reply.said("agenda.added", added.number(), added.title(), which.title());
    return Reply.together(said, agenda(which));
  }

  private Reply remove(Call call) {
    Meeting which = open(call.get(meeting), call.at());
    AgendaItem gone = parts.agendas().at(which, call.get(item));
    parts.agendas().remove(which, gone);
    return Reply.together(Reply.said("agenda.removed", gone.title()), agenda(which));
  }

  private Reply move(Call call) {
    Meeting which = open(call.get(meeting), call.at());
    parts.agendas().move(which, parts.agendas().at(which, call.get(item)), call.get(to));
    return agenda(which);
  }

  private Reply show(Call call) {
    Meeting which = call.get(meeting);
    requireInvited(which, call);
    return agenda(which);
  }

  /** Who was convened reads the new agenda, once it is ready. */
  private Reply tell(Call call) {
    Meeting which = open(call.get(meeting), call.at());
    if (which.state() != MeetingState.CONVENED) throw Meetings.refusal(which);
    return Reply.said(
        "agenda.told", parts.convocation().tellAgenda(which, call.at()), which.title());
  }

  private Reply propose(Call call) {
    Meeting which = open(call.get(meeting), call.at());
    requireMember(which, call.actor().known());
    AgendaItem proposed =
        parts.agendas().propose(which, draft(call, call.actor().known()), call.actor().known());
    List<Person> answering = answering(which);
    for (Person each : answering) {
      AskId ask =
          parts
              .asks()
              .putOnce(
                  each.id(), ANSWER, Map.of("proposition", "P-" + proposed.id()), which.startsAt());
      parts
          .letters()
          .proposed(which, proposed, parts.people().get(call.actor().known()), each, ask);
    }
    return Reply.said("agenda.proposed", proposed.title(), answering.size(), which.title());
  }

  private Reply answer(Call call) {
    AgendaItem proposed = call.get(proposal);
    Meeting which = open(parts.meetings().get(proposed.meeting()), call.at());
    boolean may =
        call.actor().role().covers(Role.SECRETARY)
            || answering(which).stream().anyMatch(each -> each.id().equals(call.actor().known()));
    if (!may) throw new Refusal("agenda.not_yours", proposed.title());
    if (call.get(kept)) {
      parts.agendas().accept(which, proposed);
      return Reply.said("agenda.accepted", proposed.title(), which.title());
    }
    parts.agendas().refuse(which, proposed, call.at());
    return Reply.said("agenda.refused", proposed.title());
  }

  /** The chair and the secretary of the body, or else who convened it. */
  private List<Person> answering(Meeting which) {
    List<Person> leads = parts.bodies().leads(which.body(), parts.meetings().day(which));
    if (!leads.isEmpty()) return leads;
    PersonId convener = which.convener();
    return convener == null
        ? parts.bodies().inCharge(parts.meetings().day(which))
        : List.of(parts.people().get(convener));
  }

  private static Meeting open(Meeting which, Instant at) {
    if (which.state() == MeetingState.CLOSED || which.state() == MeetingState.CANCELLED)
      throw Meetings.refusal(which);
    if (which.endsAt().isBefore(at)) throw new Refusal("agenda.over", which.startsAt());
    return which;
  }

  private void requireInvited(Meeting which, Call call) {
    if (!call.actor().role().covers(Role.SECRETARY)) requireMember(which, call.actor().known());
  }

  private void requireMember(Meeting which, PersonId who) {
    boolean invited =
        parts.meetings().invitation(which.id(), who).isPresent()
            || parts.meetings().members(which).stream().anyMatch(each -> each.id().equals(who));
    if (!invited) throw new Refusal("meeting.not_invited", which.number());
  }

  private @Nullable PersonId person(Call call) {
    return call.find(person).map(Person::id).orElse(null);
  }

  private Agendas.Draft draft(Call call, @Nullable PersonId brings) {
    Optional<Duration> planned = call.find(length);
    return new Agendas.Draft(
        call.get(title),
        call.find(kind).orElse(Purpose.DISCUSSION),
        brings,
        planned.map(each -> (int) each.toMinutes()).filter(each -> each > 0).orElse(null));
  }

  private Reply agenda(Meeting which) {
    List<List<Object>> rows = new ArrayList<>();
    for (AgendaItem each : parts.agendas().items(which)) {
      PersonId brings = each.person();
      Integer minutes = each.minutes();
      rows.add(
          List.of(
              each.number(),
              each.title(),
              each.kind().phrase(),
              brings == null ? Optional.empty() : parts.people().get(brings).fullName(),
              minutes == null ? Optional.empty() : Duration.ofMinutes(minutes)));
    }
    List<Reply> replies = new ArrayList<>();
    if (rows.isEmpty()) {
      boolean none = which.agenda().isBlank();
      replies.add(
          none
              ? Reply.said("agenda.none", which.number())
              : Reply.said("agenda.typed", which.agenda()));
    } else {
      replies.add(
          new Reply.Table(
              "agenda.table",
              List.of(rows.size(), which.title()),
              List.of(
                  "agenda.field.number",
                  "agenda.field.title",
                  "agenda.field.kind",
                  "agenda.field.person",
                  "agenda.field.length"),
              rows));
      Duration together = parts.agendas().length(which);
      if (together.compareTo(which.length()) > 0)
        replies.add(Reply.said("agenda.long", together, which.length()));
    }
    List<AgendaItem> proposed = parts.agendas().proposed(which);
    if (!proposed.isEmpty())
      replies.add(
          Reply.said(
              "agenda.waiting",
              proposed.size(),
              proposed.stream()
                  .map(each -> Phrase.of("agenda.waiting.each", "P-" + each.id(), each.title()))
                  .toList()));
    return new Reply.Together(replies);
  }
}
