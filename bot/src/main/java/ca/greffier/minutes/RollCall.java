package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.Post.Button;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is there while a meeting is held: each says so by a button or a command, or the secretary
 * calls the roll. The quorum is told each time.
 */
final class RollCall {
  private static final String HERE = "rencontre presence";
  private static final int MOST_NAMED = 60;

  private final Parts parts;
  private final Kind<Person> person;
  private final Param<Meeting> meeting;
  private final Param<Standing> mine;
  private final Param<String> names;

  /** What it works with. */
  record Parts(
      Minutes minutes,
      Meetings meetings,
      Recording recording,
      People people,
      Outbox outbox,
      Messages messages) {}

  RollCall(Parts parts, Param<Meeting> meeting, Kind<Person> person, Kinds kinds) {
    this.parts = parts;
    this.meeting = meeting;
    this.person = person;
    this.mine = Param.required("statut", kinds.choice("statut", own()));
    this.names = Param.required("personnes", kinds.text(2000));
  }

  List<Command> all() {
    return List.of(
        Command.of(HERE, Role.MEMBER, this::here, meeting, mine),
        Command.of("pv appel", Role.SECRETARY, this::call, meeting, names));
  }

  private static Map<String, Standing> own() {
    Map<String, Standing> words = new LinkedHashMap<>();
    words.put("present", Standing.PRESENT);
    words.put("absent", Standing.ABSENT);
    return words;
  }

  /** Asks those in the channel of the body to say that they are there. */
  void announce(Meeting which) {
    Body body = parts.meetings().body(which);
    if (body.channel() == null) return;
    String text =
        parts
            .messages()
            .say(
                Language.FRENCH,
                "minutes.post.open",
                Escaped.all(List.of(which.title(), which.number())).toArray());
    parts
        .outbox()
        .put(
            "seance:" + which.number(),
            new Post(
                    body.channel(),
                    text,
                    List.of(
                        button("minutes.button.here", which, "present"),
                        button("minutes.button.leaving", which, "absent")))
                .opening(which.title()));
  }

  private Button button(String label, Meeting which, String standing) {
    return new Button(
        parts.messages().say(Language.FRENCH, label),
        HERE,
        Map.of("rencontre", which.number(), "statut", standing));
  }

  private Reply here(Call call) {
    Meeting which = call.get(meeting);
    Person who = parts.people().get(call.actor().known());
    if (parts.meetings().invitation(which.id(), who.id()).isEmpty())
      throw new Refusal("meeting.not_invited", which.number());
    if (parts.minutes().of(which).sitting().isEmpty())
      throw new Refusal("minutes.sitting.not", which.number());
    Standing said = call.get(mine);
    parts.recording().attend(which, who, said, call.at(), call.at());
    return Reply.said(
        said == Standing.PRESENT ? "minutes.here" : "minutes.leaving", call.at(), quorum(which));
  }

  /** All of them, or none when a name is not understood. */
  private Reply call(Call call) {
    Meeting which = call.get(meeting);
    Set<Person> there = new LinkedHashSet<>();
    for (String each : call.get(names).split("[,;\n]")) {
      if (!each.isBlank()) there.add(person.parse(each.strip()));
    }
    if (there.isEmpty() || there.size() > MOST_NAMED)
      throw new Refusal("minutes.roll.names", MOST_NAMED);
    for (Person each : there)
      parts.recording().attend(which, each, Standing.PRESENT, call.at(), call.at());
    return Reply.said("minutes.roll.called", there.size(), quorum(which));
  }

  private Phrase quorum(Meeting which) {
    Proceedings now = parts.minutes().of(which);
    return Phrase.of(
        now.isQuorate() ? "minutes.quorum.reached" : "minutes.quorum.lacking",
        now.present(),
        now.quorum().needed());
  }
}
