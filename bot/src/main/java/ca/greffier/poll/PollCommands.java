package ca.greffier.poll;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Numbered;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.Person;
import ca.greffier.meeting.MeetingId;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked of polls on a date. */
public final class PollCommands {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_PLACE = 200;
  private static final int MOST_DATES = 12;
  private static final DateTimeFormatter FIGURES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Polls polls;
  private final Bodies bodies;
  private final ZoneId zone;
  private final String domain;

  private final Param<Poll> poll;
  private final Param<Body> body;
  private final Param<String> title;
  private final Param<List<LocalDateTime>> dates;
  private final Param<LocalDate> closes;
  private final Param<Duration> length;
  private final Param<String> place;
  private final Param<VoteWords.Votes> votes;
  private final Param<Integer> chosen;

  /**
   * @param domain that of the iCalendar UIDs
   */
  public PollCommands(
      Polls polls,
      Bodies bodies,
      DirectoryKinds directory,
      Kinds kinds,
      ZoneId zone,
      String domain) {
    this.polls = polls;
    this.bodies = bodies;
    this.zone = zone;
    this.domain = domain;
    this.poll = Param.required("sondage", kind());
    this.body = Param.required("corps", directory.body());
    this.title = Param.required("titre", kinds.text(LONGEST_TITLE));
    this.dates = Param.required("dates", new DateList(kinds));
    this.closes = Param.required("cloture", kinds.date());
    this.length = Param.optional("duree", kinds.duration());
    this.place = Param.optional("lieu", kinds.text(LONGEST_PLACE));
    this.votes = Param.required("reponses", new VoteWords());
    this.chosen = Param.required("choix", kinds.wholeNumber(1, MOST_DATES));
  }

  private Kind<Poll> kind() {
    return new Numbered<>(
        Numbered.after("SD"), "poll.unknown", polls::byNumber, polls::all, Poll::code, this::told);
  }

  /** With its dates in figures: who is asked sees what they answer about. */
  private String told(Poll poll) {
    String dates =
        polls.tallies(poll).stream()
            .map(each -> each.number() + ". " + FIGURES.format(each.startsAt().atZone(zone)))
            .collect(Collectors.joining("; "));
    return poll.title() + " (" + dates + ")";
  }

  public List<Command> all() {
    return List.of(
        Command.of(
            "sondage ouvrir",
            Role.SECRETARY,
            this::open,
            body,
            title,
            dates,
            closes,
            length,
            place),
        Command.of(Polls.ANSWER, Role.MEMBER, this::vote, poll, votes),
        Command.of("sondage voir", Role.MEMBER, this::show, poll),
        Command.of("sondage liste", Role.SECRETARY, this::list),
        Command.of("sondage clore", Role.SECRETARY, this::close, poll, chosen));
  }

  private Reply open(Call call) {
    Polls.Opening opening =
        new Polls.Opening(
            call.get(body),
            call.get(title),
            (int) call.find(length).orElse(USUAL).toMinutes(),
            call.find(place).orElse(""),
            call.get(dates).stream().map(each -> each.atZone(zone).toInstant()).toList(),
            call.get(closes).atTime(EVENING).atZone(zone).toInstant());
    Poll opened = polls.open(opening, call.actor().known(), call.at());
    return Reply.said(
        "poll.opened",
        polls.silent(opened).size(),
        opened.code(),
        opened.title(),
        opened.closesAt());
  }

  private Reply vote(Call call) {
    Poll which = call.get(poll);
    VoteWords.Votes said = call.get(votes);
    polls.vote(which, call.actor().known(), said, call.at());
    List<Object> each = new ArrayList<>();
    for (Tally date : polls.tallies(which))
      each.add(Phrase.of("poll.noted.date", date.startsAt(), said.of(date.number()).phrase()));
    return Reply.said("poll.noted", which.title(), each);
  }

  /** Who said what is for those who are asked, and for those who run the project. */
  private Reply show(Call call) {
    Poll which = call.get(poll);
    boolean secretary = call.actor().role().covers(Role.SECRETARY);
    if (!secretary && !polls.isAsked(which, call.actor().known()))
      throw new Refusal("poll.stranger", which.code());
    Map<Integer, Map<Says, List<String>>> said = polls.said(which);
    List<List<Object>> rows = new ArrayList<>();
    for (Tally date : polls.tallies(which)) {
      Map<Says, List<String>> by = said.getOrDefault(date.number(), Map.of());
      rows.add(
          List.of(
              date.number(),
              date.startsAt(),
              names(by, Says.YES),
              names(by, Says.IF_NEEDED),
              names(by, Says.NO),
              Phrase.of("poll.quorum." + date.forecast().name())));
    }
    Reply.Table table =
        new Reply.Table(
            "poll.table",
            List.of(which.code(), which.title(), which.closesAt()),
            List.of(
                "poll.number.head",
                "poll.date",
                "poll.says.YES",
                "poll.says.IF_NEEDED",
                "poll.says.NO",
                "poll.quorum"),
            rows);
    List<String> silent = polls.silent(which).stream().map(Person::fullName).toList();
    return silent.isEmpty()
        ? table
        : Reply.together(table, Reply.said("poll.silent", silent.size(), silent));
  }

  private static Object names(Map<Says, List<String>> by, Says says) {
    List<String> names = by.getOrDefault(says, List.of());
    return names.isEmpty() ? Optional.empty() : names;
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Poll each : polls.all())
      rows.add(
          List.of(
              each.code(),
              each.title(),
              bodies.get(each.body()).code(),
              each.closesAt(),
              Phrase.of(state(each, call.at())),
              polls.silent(each).size()));
    return new Reply.Table(
        "poll.list",
        List.of(rows.size()),
        List.of(
            "poll.code", "poll.title", "poll.body", "poll.closes", "poll.state", "poll.missing"),
        rows);
  }

  private static String state(Poll each, Instant at) {
    if (each.decidedAt() != null) return "poll.state.decided";
    return each.isOpen(at) ? "poll.state.open" : "poll.state.over";
  }

  private Reply close(Call call) {
    Poll which = call.get(poll);
    int number = call.get(chosen);
    MeetingId meeting = polls.decide(which, number, domain, call.at());
    return Reply.said(
        "poll.closed",
        which.title(),
        polls.tallies(which).get(number - 1).startsAt(),
        String.valueOf(meeting.value()));
  }
}
