package ca.greffier.meeting;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.List;

/** Parameters that name a meeting, by its number. */
public final class MeetingKinds {
  private static final int MOST = 25;

  private final Meetings meetings;
  private final Messages messages;

  public MeetingKinds(Meetings meetings, Messages messages) {
    this.meetings = meetings;
    this.messages = messages;
  }

  /** A meeting; those to come are suggested first. */
  public Kind<Meeting> meeting() {
    return new ByNumber();
  }

  private final class ByNumber implements Kind<Meeting> {
    @Override
    public Meeting parse(String typed) {
      String digits = typed.strip().replaceFirst("^#", "");
      if (!digits.matches("[0-9]{1,9}")) throw new Refusal("meeting.number", typed.strip());
      return meetings.get(new MeetingId(Long.parseLong(digits)));
    }

    @Override
    public String write(Meeting meeting) {
      return meeting.number();
    }

    @Override
    public Shape shape() {
      return Shape.WHOLE_NUMBER;
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return meetings.list(MOST * 4).stream()
          .map(meeting -> new Suggestion(write(meeting), label(meeting)))
          .filter(one -> Folded.of(one.label()).contains(Folded.of(typed)))
          .limit(MOST)
          .toList();
    }

    private String label(Meeting meeting) {
      String day = messages.word(Language.FRENCH, meetings.day(meeting));
      return meeting.number() + " · " + meeting.title() + " · " + day;
    }
  }
}
