package ca.greffier.progress;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.text.Phrase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of the cadences. */
public final class CadenceCommands {
  private static final int MOST_WEEKS = 26;
  private static final int MOST_DAYS = 20;
  private static final int LONGEST_REASON = 300;

  private final Cadences cadences;
  private final Bodies bodies;
  private final People people;

  private static final LocalTime EARLIEST = LocalTime.of(7, 0);
  private static final LocalTime LATEST = LocalTime.of(19, 0);

  private final Param<Body> body;
  private final Param<Body> oneBody;
  private final Param<Integer> weeks;
  private final Param<DayOfWeek> day;
  private final Param<LocalTime> hour;
  private final Param<Integer> days;
  private final Param<String> reason;
  private final Param<LocalDate> first;

  public CadenceCommands(
      Cadences cadences, Bodies bodies, People people, DirectoryKinds directory, Kinds kinds) {
    this.cadences = cadences;
    this.bodies = bodies;
    this.people = people;
    this.body = Param.required("corps", directory.body());
    this.oneBody = Param.optional("corps", directory.body());
    this.weeks = Param.required("toutes_les", CadenceKinds.weeks(MOST_WEEKS));
    this.day = Param.required("jour", CadenceKinds.weekday(kinds));
    this.hour = Param.required("heure", kinds.time());
    this.days = Param.required("fenetre", CadenceKinds.days(MOST_DAYS));
    this.reason = Param.required("raison", kinds.text(LONGEST_REASON));
    this.first = Param.optional("debut", kinds.date());
  }

  public List<Command> all() {
    return List.of(
        Command.of(
            "point cadence",
            Role.SECRETARY,
            this::set,
            body,
            weeks,
            day,
            hour,
            days,
            reason,
            first),
        Command.of("point cadences", Role.MEMBER, this::list, oneBody),
        Command.of("point arreter", Role.SECRETARY, this::stop, body, reason));
  }

  private Reply set(Call call) {
    Body what = call.get(body);
    LocalTime at = call.get(hour);
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST))
      throw new Refusal("progress.cadence.hour", at, EARLIEST, LATEST);
    Cadences.Wish wish =
        new Cadences.Wish(call.get(weeks), call.get(day), at, call.get(days), call.find(first));
    Cadence set = cadences.set(what, wish, call.get(reason), call.actor().known(), call.at());
    return Reply.said(
        "progress.cadence.set", set.weeks(), what.name(), cadences.next(set, call.at()));
  }

  private Reply stop(Call call) {
    Body what = call.get(body);
    cadences.stop(what, call.get(reason), call.actor().known(), call.at());
    return Reply.said("progress.cadence.stopped", what.name());
  }

  private Reply list(Call call) {
    Optional<Body> one = call.find(oneBody);
    if (one.isPresent()) return history(one.get());
    List<List<Object>> rows = new ArrayList<>();
    for (Cadence each : cadences.running()) {
      Body asked = bodies.get(each.body());
      rows.add(List.of(asked.code(), asked.name(), rhythm(each), cadences.next(each, call.at())));
    }
    return new Reply.Table(
        "progress.cadences",
        List.of(rows.size()),
        List.of("progress.code", "progress.body", "progress.cadence", "progress.cadence.next"),
        rows);
  }

  private Reply history(Body what) {
    List<List<Object>> rows = new ArrayList<>();
    for (Cadence each : cadences.history(what.id()))
      rows.add(
          List.of(
              each.setAt(),
              each.stopped() ? Phrase.of("progress.cadence.stop") : rhythm(each),
              people.get(each.setBy()).fullName(),
              each.reason()));
    return new Reply.Table(
        "progress.cadence.history",
        List.of(rows.size(), what.name()),
        List.of("progress.at", "progress.cadence", "progress.by", "progress.reason"),
        rows);
  }

  private static Phrase rhythm(Cadence cadence) {
    Phrase day = Phrase.of("progress.day." + cadence.starts().getDayOfWeek());
    return Phrase.of(
        "progress.cadence.rhythm",
        cadence.weeks(),
        day,
        cadence.hour(),
        Phrase.of("progress.cadence.window", cadence.days()));
  }
}
