package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Recording.ActionDraft;
import java.time.LocalDate;
import java.util.List;

/** What somebody promised in a meeting, until it is done. */
final class ActionCommands {
  private final Recording recording;
  private final Minutes minutes;
  private final Meetings meetings;
  private final MinutesView view;
  private final Param<Meeting> meeting;
  private final Param<String> task;
  private final Param<Person> responsible;
  private final Param<Person> whose;
  private final Param<LocalDate> due;
  private final Param<ActionItem> action;

  ActionCommands(
      Recording recording,
      Minutes minutes,
      Meetings meetings,
      MinutesView view,
      Param<Meeting> meeting,
      DirectoryKinds directoryKinds,
      Kinds kinds) {
    this.recording = recording;
    this.minutes = minutes;
    this.meetings = meetings;
    this.view = view;
    this.meeting = meeting;
    this.task = Param.required("texte", kinds.text(300));
    this.responsible = Param.required("responsable", directoryKinds.person());
    this.whose = Param.optional("responsable", directoryKinds.person());
    this.due = Param.required("echeance", kinds.date());
    this.action = Param.required("action", new ActionKind(minutes));
  }

  List<Command> all() {
    return List.of(
        Command.of("pv action", Role.SECRETARY, this::promise, meeting, responsible, task, due),
        Command.of("action liste", Role.MEMBER, this::actions, whose),
        Command.of(FollowUpSweep.DONE, Role.MEMBER, this::done, action));
  }

  private Reply promise(Call call) {
    ActionDraft draft = new ActionDraft(call.get(responsible), call.get(task), call.get(due));
    String number = recording.promise(call.get(meeting), draft, call.actor().language(), call.at());
    return Reply.said("minutes.promised", number, draft.responsible().fullName(), draft.due());
  }

  private Reply actions(Call call) {
    LocalDate today = meetings.day(call.at());
    List<ActionItem> open =
        call.actor().role().covers(Role.SECRETARY)
            ? minutes.openActions()
            : minutes.openActions(call.actor().known());
    return call.find(whose)
        .map(Person::id)
        .map(id -> open.stream().filter(each -> each.responsible().equals(id)).toList())
        .map(theirs -> view.actions(theirs, today))
        .orElseGet(() -> view.actions(open, today));
  }

  private Reply done(Call call) {
    ActionItem which = call.get(action);
    recording.done(which, call.actor(), call.actor().role().covers(Role.SECRETARY), call.at());
    return Reply.said("minutes.action.done", which.number(), which.text());
  }
}
