package ca.greffier.minutes;

import ca.greffier.command.Kind;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Person;
import ca.greffier.meeting.AgendaItem;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.Meeting;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes as people type them in a chat, line by line, with the tags of MeetBot: {@code #sujet} opens
 * an item of the ordre du jour, {@code #decision} and {@code #action} are what they say, anything
 * else is a note. All of the lines are kept, or none.
 */
final class TaggedLines {
  private static final Pattern TAGGED = Pattern.compile("#(\\p{L}+)(?:\\s+(.*))?");

  /** {@code Zoé Lavoie : Transmettre le rapport, 2026-03-20}. */
  private static final Pattern PROMISE =
      Pattern.compile("(.{2,80}?)\\s*:\\s*(.+?)\\s*[,(;]\\s*([^,(;]+?)\\)?");

  private final Recording recording;
  private final Agendas agendas;
  private final Kind<Person> people;
  private final Kind<LocalDate> date;

  TaggedLines(Recording recording, Agendas agendas, Kind<Person> people, Kind<LocalDate> date) {
    this.recording = recording;
    this.agendas = agendas;
    this.people = people;
    this.date = date;
  }

  /** Who writes them down, and when. */
  record Writing(PersonId by, Language language, Instant at) {}

  /** What became of them. */
  record Kept(int notes, List<String> decisions, List<String> actions) {}

  private record Typed(int number, @Nullable MeetingTag tag, String words) {}

  /** What a line typed among others says it is: nothing without a tag of ours. */
  static Optional<MeetingTag> tag(String line) {
    Matcher tagged = TAGGED.matcher(line.strip());
    return tagged.matches() ? MeetingTag.of(tagged.group(1)) : Optional.empty();
  }

  /**
   * The same as {@link #keep} for one line of somebody who is convened: what they inform of,
   * propose or promise.
   */
  Kept hear(Meeting meeting, String line, Writing writing) {
    if (tag(line).filter(MeetingTag::isForAll).isEmpty())
      throw new Refusal("minutes.line.reserved", line);
    return keep(meeting, line, writing);
  }

  /**
   * @throws Refusal when nothing can be written down yet or any more, or a line cannot be kept,
   *     with its number
   */
  Kept keep(Meeting meeting, String text, Writing writing) {
    Keeping keeping = new Keeping(recording.open(meeting, writing.at()), writing);
    for (Typed line : lines(text)) {
      try {
        keeping.keep(line);
      } catch (Refusal refusal) {
        throw new Refusal(
            "minutes.lines.refused", line.number(), new Phrase(refusal.key(), refusal.arguments()));
      }
    }
    return new Kept(keeping.notes, keeping.decisions, keeping.actions);
  }

  /** Those that say something; an undo takes out the one before it, or the last note kept. */
  private static List<Typed> lines(String text) {
    List<Typed> lines = new ArrayList<>();
    int number = 0;
    for (String each : text.lines().toList()) {
      number++;
      String line = each.strip();
      if (line.isEmpty()) continue;
      MeetingTag tag = tag(line).orElse(null);
      String words = tag == null ? line : line.replaceFirst("#\\p{L}+", "");
      if (tag == MeetingTag.UNDO && !lines.isEmpty()) lines.removeLast();
      else lines.add(new Typed(number, tag, words.strip()));
    }
    return lines;
  }

  private final class Keeping {
    private final Meeting meeting;
    private final Writing writing;
    private final List<String> decisions = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private @Nullable AgendaItem item;
    private int notes;

    private Keeping(Meeting meeting, Writing writing) {
      this.meeting = meeting;
      this.writing = writing;
    }

    private void keep(Typed line) {
      MeetingTag tag = line.tag();
      if (tag != null && tag != MeetingTag.UNDO && line.words().isEmpty())
        throw new Refusal("minutes.lines.empty");
      switch (tag) {
        case TOPIC -> turn(agendas.topic(meeting, line.words()));
        case DECISION -> decide(line.words(), null);
        case REJECTED -> decide(line.words(), Outcome.REJECTED);
        case ACTION -> promise(line.words());
        case HERE ->
            recording.attend(
                meeting, people.parse(line.words()), Standing.PRESENT, writing.at(), writing.at());
        case UNDO -> recording.undo(meeting, writing.by(), writing.at());
        case START, END, NAME, CHAIR, UNCHAIR, NICK -> throw new Refusal("minutes.lines.tag");
        case INFO, IDEA, LINK, HELP -> note(line.words());
        case null -> note(line.words());
      }
    }

    /** The lines that come after it, and the sitting if it is open. */
    private void turn(AgendaItem to) {
      item = to;
      recording.turn(meeting, to, writing.at());
    }

    private void note(String words) {
      recording.note(meeting, words, item, writing.by(), writing.at());
      notes++;
    }

    private void decide(String words, @Nullable Outcome outcome) {
      Motion motion = Motion.plain(words, item, outcome);
      decisions.add(recording.decide(meeting, motion, writing.at()).number());
    }

    private void promise(String words) {
      Matcher promise = PROMISE.matcher(words);
      if (!promise.matches()) throw new Refusal("minutes.lines.action");
      Recording.ActionDraft draft =
          new Recording.ActionDraft(
              people.parse(promise.group(1)), promise.group(2), date.parse(promise.group(3)));
      actions.add(recording.promise(meeting, draft, writing.language(), writing.at()));
    }
  }
}
