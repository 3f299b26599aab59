package ca.greffier.minutes;

import ca.greffier.command.Actor;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Person;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writing down what happens at a meeting, from its day on and until it is closed. Writers wait for
 * one another: the meeting is held until the end of the transaction.
 */
final class Recording {
  private final SittingDao sittings;
  private final DecisionDao decisions;
  private final ActionDao actions;
  private final Minutes minutes;
  private final Meetings meetings;
  private final Messages messages;
  private final ZoneId zone;

  Recording(Jdbi jdbi, Minutes minutes, Meetings meetings, Messages messages) {
    this.sittings = jdbi.onDemand(SittingDao.class);
    this.decisions = jdbi.onDemand(DecisionDao.class);
    this.actions = jdbi.onDemand(ActionDao.class);
    this.minutes = minutes;
    this.meetings = meetings;
    this.messages = messages;
    this.zone = messages.zone();
  }

  /**
   * Opens the sitting: from then on, each coming and going is timed.
   *
   * @throws Refusal when it is open already
   */
  Proceedings begin(Meeting meeting, PersonId by, Instant at) {
    Meeting open = open(meeting, at);
    if (sittings.open(open.id(), by, at) == 0)
      throw new Refusal("minutes.sitting.open", open.number());
    return minutes.of(open);
  }

  /**
   * The sitting turns to an item: what is noted and decided from now on stands under it.
   *
   * @return false when the sitting is not open
   */
  boolean turn(Meeting meeting, AgendaItem item, Instant at) {
    return sittings.turn(open(meeting, at).id(), item.id(), at) > 0;
  }

  /** Under an item, or else under the one where the sitting is. */
  void note(Meeting meeting, String text, @Nullable AgendaItem item, PersonId author, Instant at) {
    Meeting open = open(meeting, at);
    sittings.note(open.id(), text, author, at, under(open, item));
  }

  private @Nullable Long under(Meeting meeting, @Nullable AgendaItem item) {
    if (item != null) return item.id();
    return sittings.sitting(meeting.id()).map(Sitting::item).orElse(null);
  }

  /**
   * Takes out the last note of its author.
   *
   * @return the note
   * @throws Refusal when they wrote none
   */
  String undo(Meeting meeting, PersonId author, Instant at) {
    Meeting open = open(meeting, at);
    return sittings
        .undo(open.id(), author)
        .orElseThrow(() -> new Refusal("minutes.note.none", open.number()));
  }

  /** A decision when there is a quorum; without one, an opinion under the same series. */
  Decision decide(Meeting meeting, Motion motion, Instant at) {
    Meeting open = open(meeting, at);
    Proceedings now = minutes.of(open);
    Vote vote = motion.vote();
    if (vote != null) vote.check(now.present());
    Decision decision =
        new Decision(
            decisionNumber(open),
            motion.text(),
            now.isQuorate(),
            now.present(),
            now.quorum().needed(),
            at,
            under(open, motion.item()),
            motion.mover(),
            motion.seconder(),
            vote == null ? null : vote.inFavour(),
            vote == null ? null : vote.against(),
            vote == null ? null : vote.abstained(),
            motion.outcome(),
            motion.dissent(),
            motion.rule());
    decisions.decide(open.id(), decision);
    return decision;
  }

  /**
   * Writes down how a motion was to be changed before it was voted on (domain.md M11).
   *
   * @throws Refusal when the decision is of another meeting, or more voted than were there
   */
  Amendment amend(Meeting meeting, String decision, Motion motion, boolean sub, Instant at) {
    Meeting open = open(meeting, at);
    Vote vote = motion.vote();
    if (vote != null) vote.check(minutes.of(open).present());
    Amendment amendment = Amendment.of(decision, motion, sub);
    if (decisions.amend(open.id(), amendment, at) == 0)
      throw new Refusal("minutes.decision.unknown", decision);
    return amendment;
  }

  /** The body approves the minutes of an earlier meeting: without a vote, by consensus. */
  Decision approve(Meeting meeting, Phrase what, Language language, Instant at) {
    String text = messages.say(language, what);
    return decide(meeting, Motion.plain(text, null, null), at);
  }

  /**
   * @param language of the writer, to know a verb by
   * @return the number of the action
   */
  String promise(Meeting meeting, ActionDraft draft, Language language, Instant at) {
    Meeting open = open(meeting, at);
    if (!ActionText.beginsWithVerb(draft.text(), language))
      throw new Refusal("minutes.action.verb", draft.text());
    LocalDate day = meetings.day(open);
    if (draft.due().isBefore(day)) throw new Refusal("minutes.action.due", draft.due(), day);
    String number =
        ActionItem.number(meetings.body(open).code(), day.getYear(), next(open, ActionItem.SERIES));
    actions.promise(open.id(), number, draft.text(), draft.responsible().id(), draft.due());
    return number;
  }

  /** An action before it has a number. */
  record ActionDraft(Person responsible, String text, LocalDate due) {}

  /**
   * Notes whether somebody is there.
   *
   * @param time when they came or left; now, unless it is said
   * @throws Refusal when they are represented where the rules of the body forbid it
   */
  void attend(Meeting meeting, Person person, Standing standing, Instant time, Instant at) {
    Meeting open = open(meeting, at);
    if (standing == Standing.REPRESENTED && !meetings.allowsProxies(open))
      throw new Refusal("minutes.proxy", meetings.body(open).code());
    if (time.isAfter(at)) throw new Refusal("minutes.later", time);
    sittings.attend(open.id(), person.id(), standing);
    if (sittings.sitting(open.id()).isPresent())
      sittings.moved(open.id(), person.id(), standing, time);
  }

  /**
   * @throws Refusal when it is somebody else's, or done already
   */
  void done(ActionItem action, Actor actor, boolean anyones, Instant at) {
    if (!anyones && !action.responsible().equals(actor.known()))
      throw new Refusal("minutes.action.theirs", action.number());
    if (actions.done(action.number(), at) == 0)
      throw new Refusal("minutes.action.already", action.number());
  }

  /**
   * The meeting, convened and not closed, on its day or after.
   *
   * @throws Refusal when nothing can be written down yet, or no longer
   */
  Meeting open(Meeting meeting, Instant at) {
    Meeting held = meetings.hold(meeting.id());
    if (LocalDate.ofInstant(at, zone).isBefore(meetings.day(held)))
      throw new Refusal("minutes.early", held.startsAt());
    return held;
  }

  private String decisionNumber(Meeting meeting) {
    return String.format(
        Locale.ROOT,
        "%s-%d-%03d",
        meetings.body(meeting).code(),
        meetings.day(meeting).getYear(),
        next(meeting, "DECISION"));
  }

  private int next(Meeting meeting, String series) {
    return decisions.next(meeting.body(), meetings.day(meeting).getYear(), series);
  }
}
