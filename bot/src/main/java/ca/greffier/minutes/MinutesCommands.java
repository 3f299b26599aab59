package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingKinds;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Recording.ActionDraft;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Messages;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What can be asked about minutes and actions. */
public final class MinutesCommands {
  private final Minutes minutes;
  private final Meetings meetings;
  private final Recording recording;
  private final Closing closing;
  private final MinutesView view;

  private final Param<Meeting> meeting;
  private final Param<String> text;
  private final Param<String> task;
  private final Param<Person> responsible;
  private final Param<Person> whose;
  private final Param<LocalDate> due;
  private final Param<Person> person;
  private final Param<Standing> standing;
  private final Param<ActionItem> action;

  /** What the commands are made of. */
  public record Parts(
      Jdbi jdbi,
      Minutes minutes,
      Meetings meetings,
      MeetingLetters letters,
      People people,
      Outbox outbox,
      Messages messages) {}

  public MinutesCommands(
      Parts parts, Kinds kinds, DirectoryKinds directoryKinds, MeetingKinds meetingKinds) {
    this.minutes = parts.minutes();
    this.meetings = parts.meetings();
    this.recording = new Recording(parts.jdbi(), minutes, meetings, parts.messages().zone());
    this.closing = new Closing(parts);
    this.view = new MinutesView(parts.people());
    this.meeting = Param.required("rencontre", meetingKinds.meeting());
    this.text = Param.required("texte", kinds.longText(2000));
    this.task = Param.required("texte", kinds.text(300));
    this.responsible = Param.required("responsable", directoryKinds.person());
    this.whose = Param.optional("responsable", directoryKinds.person());
    this.due = Param.required("echeance", kinds.date());
    this.person = Param.required("personne", directoryKinds.person());
    this.standing = Param.required("statut", kinds.choice("statut", standings()));
    this.action = Param.required("action", new ActionKind(minutes));
  }

  public List<Command> all() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of("pv note", secretary, this::note, meeting, text),
        Command.of("pv decision", secretary, this::decide, meeting, text),
        Command.of("pv action", secretary, this::promise, meeting, responsible, task, due),
        Command.of("pv presence", secretary, this::attend, meeting, person, standing),
        Command.of("pv clore", secretary, this::close, meeting),
        Command.of("pv voir", Role.MEMBER, this::show, meeting),
        Command.of("action liste", Role.MEMBER, this::actions, whose),
        Command.of("action faite", Role.MEMBER, this::done, action));
  }

  private static Map<String, Standing> standings() {
    Map<String, Standing> values = new LinkedHashMap<>();
    values.put("present", Standing.PRESENT);
    values.put("absent", Standing.ABSENT);
    values.put("excuse", Standing.EXCUSED);
    return values;
  }

  private Reply note(Call call) {
    Meeting which = call.get(meeting);
    recording.note(which, call.get(text), call.actor().known(), call.at());
    return Reply.said("minutes.noted", which.title());
  }

  private Reply decide(Call call) {
    Decision decision = recording.decide(call.get(meeting), call.get(text), call.at());
    return decision.quorate()
        ? Reply.said("minutes.decided", decision.number())
        : Reply.said("minutes.advised", decision.present(), decision.needed(), decision.number());
  }

  private Reply promise(Call call) {
    ActionDraft draft = new ActionDraft(call.get(responsible), call.get(task), call.get(due));
    String number = recording.promise(call.get(meeting), draft, call.actor().language(), call.at());
    return Reply.said("minutes.promised", number, draft.responsible().fullName(), draft.due());
  }

  private Reply attend(Call call) {
    Person who = call.get(person);
    Standing what = call.get(standing);
    recording.attend(call.get(meeting), who, what, call.at());
    return Reply.said("minutes.attended", who.fullName(), what.label());
  }

  private Reply close(Call call) {
    Meeting which = recording.open(call.get(meeting), call.at());
    int readers = closing.close(which, call.actor().known(), call.at());
    return Reply.said("minutes.closed.done", readers, which.title());
  }

  private Reply show(Call call) {
    Meeting which = call.get(meeting);
    boolean may =
        call.actor().role().covers(Role.SECRETARY)
            || minutes.of(which).participants().stream()
                .anyMatch(one -> one.person().id().equals(call.actor().known()));
    if (!may) throw new Refusal("minutes.not_there", which.number());
    return view.of(minutes.of(which));
  }

  private Reply actions(Call call) {
    List<ActionItem> open =
        call.actor().role().covers(Role.SECRETARY)
            ? minutes.openActions()
            : minutes.openActions(call.actor().known());
    return call.find(whose)
        .map(Person::id)
        .map(id -> view.actions(open.stream().filter(a -> a.responsible().equals(id)).toList()))
        .orElseGet(() -> view.actions(open));
  }

  private Reply done(Call call) {
    ActionItem which = call.get(action);
    recording.done(which, call.actor(), call.actor().role().covers(Role.SECRETARY), call.at());
    return Reply.said("minutes.action.done", which.number(), which.text());
  }
}
