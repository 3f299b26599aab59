package ca.greffier.app;

import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.document.Attachable;
import ca.greffier.document.Attachables;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingId;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Folded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What documents can be attached to: deliverables, meetings and decisions, by their codes. */
final class AttachableThings implements Attachables {
  private static final int MOST = 25;
  private static final Pattern MEETING =
      Pattern.compile("(?:rencontre |meeting |# ?)?([0-9]{1,9})");

  private final Plan plan;
  private final Meetings meetings;
  private final Minutes minutes;

  AttachableThings(Plan plan, Meetings meetings, Minutes minutes) {
    this.plan = plan;
    this.meetings = meetings;
    this.minutes = minutes;
  }

  @Override
  public Optional<Attachable> find(String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    return plan.byCode(code)
        .map(found -> new Attachable(Attachable.Kind.DELIVERABLE, found.code()))
        .or(() -> minutes.decision(code).map(AttachableThings::decision))
        .or(() -> meeting(typed));
  }

  private static Attachable decision(String number) {
    return new Attachable(Attachable.Kind.DECISION, number);
  }

  private Optional<Attachable> meeting(String typed) {
    Matcher number = MEETING.matcher(Folded.of(typed));
    if (!number.matches()) return Optional.empty();
    try {
      Meeting meeting = meetings.get(new MeetingId(Long.parseLong(number.group(1))));
      return Optional.of(new Attachable(Attachable.Kind.MEETING, meeting.number()));
    } catch (Refusal unknown) {
      return Optional.empty();
    }
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    String wanted = Folded.of(typed);
    return Stream.concat(
            plan.all().stream().map(AttachableThings::of),
            meetings.list(MOST).stream().map(AttachableThings::of))
        .filter(each -> Folded.of(each.label()).contains(wanted))
        .limit(MOST)
        .toList();
  }

  private static Suggestion of(Deliverable each) {
    return new Suggestion(each.code(), each.code() + " · " + each.title());
  }

  private static Suggestion of(Meeting each) {
    return new Suggestion("#" + each.number(), "#" + each.number() + " · " + each.title());
  }
}
