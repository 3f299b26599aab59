package ca.greffier.meeting;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans a series: each of its meetings is a meeting of its own, with its own notice, answers and
 * calendar object, so that one moves alone and none depends on how a calendar program reads rules
 * and exceptions (domain.md I12).
 */
final class SeriesCommands {
  private static final int MOST = 120;

  private final Meetings meetings;
  private final QuebecCalendar calendar;
  private final ZoneId zone;
  private final String domain;
  private final Words words;
  private final Kind<LocalDate> day;
  private final Param<Rhythm> rhythm;
  private final Param<LocalDate> until;
  private final Param<String> except;
  private final Param<Boolean> noHolidays;

  /** The parameters that one meeting has too. */
  record Words(
      Param<Body> body,
      Param<String> title,
      Param<LocalDate> date,
      Param<LocalTime> time,
      Param<Duration> length,
      Param<String> place) {}

  SeriesCommands(
      Meetings meetings,
      QuebecCalendar calendar,
      ZoneId zone,
      String domain,
      Words words,
      Kinds kinds) {
    this.meetings = meetings;
    this.calendar = calendar;
    this.zone = zone;
    this.domain = domain;
    this.words = words;
    this.day = kinds.date();
    this.rhythm = Param.required("rythme", new Rhythm.Typed());
    this.until = Param.required("jusqua", kinds.date());
    this.except = Param.optional("sauf", kinds.text(500));
    this.noHolidays = Param.optional("sansferies", kinds.yesNo());
  }

  Command command() {
    return Command.of(
        "rencontre serie",
        Role.SECRETARY,
        this::plan,
        words.body(),
        words.title(),
        words.date(),
        words.time(),
        rhythm,
        until,
        words.length(),
        words.place(),
        except,
        noHolidays);
  }

  private Reply plan(Call call) {
    LocalDate first = call.get(words.date());
    Set<LocalDate> not = exceptions(call);
    List<LocalDate> all = call.get(rhythm).days(first, call.get(until));
    List<LocalDate> wanted = all.stream().filter(each -> !not.contains(each)).toList();
    boolean skip = call.find(noHolidays).orElse(false);
    List<LocalDate> held =
        wanted.stream().filter(each -> !skip || calendar.holiday(each).isEmpty()).toList();
    if (held.isEmpty()) throw new Refusal("meeting.series.none", first, call.get(until));
    if (held.size() > MOST) throw new Refusal("meeting.series.long", held.size(), MOST);
    Instant begins = start(held.getFirst(), call);
    if (!begins.isAfter(call.at())) throw new Refusal("meeting.past", begins);
    List<MeetingId> series = new ArrayList<>();
    List<Object> planned = new ArrayList<>();
    for (LocalDate each : held) {
      MeetingPlan one =
          new MeetingPlan(
              call.get(words.title()),
              start(each, call),
              MeetingCommands.minutes(call.find(words.length()).orElse(MeetingCommands.USUAL)),
              call.find(words.place()).orElse(""),
              "");
      MeetingId id = meetings.plan(call.get(words.body()).id(), one, domain);
      series.add(id);
      planned.add(Phrase.of("meeting.series.each", String.valueOf(id.value()), each));
    }
    meetings.together(series);
    Reply done =
        Reply.said("meeting.series.planned", held.size(), call.get(words.title()), planned);
    List<LocalDate> skipped = wanted.stream().filter(each -> !held.contains(each)).toList();
    if (skipped.isEmpty()) return done;
    return Reply.together(done, Reply.said("meeting.series.skipped", skipped.size(), skipped));
  }

  private Set<LocalDate> exceptions(Call call) {
    Set<LocalDate> not = new HashSet<>();
    for (String each : call.find(except).orElse("").split("[,;]")) {
      if (!each.isBlank()) not.add(day.parse(each.strip()));
    }
    return not;
  }

  private Instant start(LocalDate each, Call call) {
    return each.atTime(call.get(words.time())).atZone(zone).toInstant();
  }
}
