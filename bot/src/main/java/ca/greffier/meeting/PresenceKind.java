package ca.greffier.meeting;

import ca.greffier.command.Choice;
import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import java.util.Arrays;
import java.util.List;

/** An answer to an invitation: one of three, or the same in one's own words. */
final class PresenceKind implements Kind<Presence> {
  @Override
  public Presence parse(String typed) {
    return Arrays.stream(Presence.values())
        .filter(presence -> presence.value().equals(typed))
        .findFirst()
        .or(() -> PresenceWords.read(typed))
        .orElseThrow(() -> new Refusal("meeting.presence"));
  }

  @Override
  public String write(Presence presence) {
    return presence.value();
  }

  @Override
  public Shape shape() {
    return Shape.CHOICE;
  }

  @Override
  public List<Choice> choices() {
    return Arrays.stream(Presence.values())
        .map(presence -> new Choice(presence.value(), presence.key()))
        .toList();
  }
}
