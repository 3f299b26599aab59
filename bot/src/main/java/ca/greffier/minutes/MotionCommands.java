package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Person;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.DecisionRule;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Motions and their amendments, as they are voted on. */
final class MotionCommands {
  private static final int MOST_ITEMS = 60;
  private static final int MOST_VOTES = 1000;

  private final Recording recording;
  private final Minutes minutes;
  private final Meetings meetings;
  private final Agendas agendas;
  private final Param<Meeting> meeting;
  private final Param<String> text;
  private final Param<Integer> item;
  private final Param<Person> mover;
  private final Param<Person> seconder;
  private final Param<Integer> inFavour;
  private final Param<Integer> against;
  private final Param<Integer> abstained;
  private final Param<Outcome> outcome;
  private final Param<String> dissent;
  private final Param<String> decision;
  private final Param<Boolean> sub;

  MotionCommands(
      Recording recording,
      Minutes minutes,
      Meetings meetings,
      Agendas agendas,
      Param<Meeting> meeting,
      DirectoryKinds directoryKinds,
      Kinds kinds) {
    this.recording = recording;
    this.minutes = minutes;
    this.meetings = meetings;
    this.agendas = agendas;
    this.meeting = meeting;
    this.text = Param.required("texte", kinds.longText(2000));
    this.item = Param.optional("point", kinds.wholeNumber(1, MOST_ITEMS));
    this.mover = Param.optional("proposeur", directoryKinds.person());
    this.seconder = Param.optional("appuyeur", directoryKinds.person());
    this.inFavour = Param.optional("votespour", kinds.wholeNumber(0, MOST_VOTES));
    this.against = Param.optional("votescontre", kinds.wholeNumber(0, MOST_VOTES));
    this.abstained = Param.optional("abstentions", kinds.wholeNumber(0, MOST_VOTES));
    this.outcome = Param.optional("resultat", kinds.choice("resultat", Outcome.words()));
    this.dissent = Param.optional("dissidence", kinds.text(500));
    this.decision = Param.required("resolution", new DecisionKind(minutes));
    this.sub = Param.optional("sous", kinds.yesNo());
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "pv decision",
            Role.SECRETARY,
            this::decide,
            meeting,
            text,
            item,
            mover,
            seconder,
            inFavour,
            against,
            abstained,
            outcome,
            dissent),
        Command.of(
            "pv amendement",
            Role.SECRETARY,
            this::amend,
            decision,
            text,
            mover,
            seconder,
            inFavour,
            against,
            abstained,
            outcome,
            sub));
  }

  private Reply decide(Call call) {
    Meeting which = call.get(meeting);
    Motion motion =
        new Motion(
            call.get(text),
            itemOf(call, which),
            call.find(mover).map(Person::id).orElse(null),
            call.find(seconder).map(Person::id).orElse(null),
            vote(call),
            call.find(outcome).orElse(null),
            call.find(dissent).orElse(""),
            meetings.decidesBy(which));
    Decision decision = recording.decide(which, motion, call.at());
    if (!decision.quorate())
      return Reply.said(
          "minutes.advised", decision.present(), decision.needed(), decision.number());
    if (decision.outcome() == Outcome.CONSENSUS)
      return Reply.said("minutes.decided", decision.number());
    Reply voted = Reply.said("minutes.voted", decision.number(), decision.result());
    return motion.isRejectedByRule()
        ? Reply.together(voted, Reply.said("minutes.vote.rule"))
        : voted;
  }

  private Reply amend(Call call) {
    String number = call.get(decision);
    Motion motion =
        new Motion(
            call.get(text),
            null,
            call.find(mover).map(Person::id).orElse(null),
            call.find(seconder).map(Person::id).orElse(null),
            vote(call),
            call.find(outcome).orElse(null),
            "",
            DecisionRule.MAJORITY);
    boolean isSub = call.find(sub).orElse(false);
    Amendment kept = recording.amend(minutes.meetingOf(number), number, motion, isSub, call.at());
    return Reply.said("minutes.amended", number, kept.result());
  }

  /** Counted when one of the three is given: the others are then nought. */
  private @Nullable Vote vote(Call call) {
    Optional<Integer> yes = call.find(inFavour);
    Optional<Integer> no = call.find(against);
    Optional<Integer> neither = call.find(abstained);
    if (yes.isEmpty() && no.isEmpty() && neither.isEmpty()) return null;
    return new Vote(yes.orElse(0), no.orElse(0), neither.orElse(0));
  }

  private @Nullable AgendaItem itemOf(Call call, Meeting which) {
    return call.find(item).map(place -> agendas.at(which, place)).orElse(null);
  }
}
