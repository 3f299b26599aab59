package ca.greffier.progress;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.plan.Plan;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what was answered: a post in each body's channel, where the silent are only counted, and
 * one letter to whoever opened the rounds and to the people in charge, where they are named.
 */
public final class Summary {
  private final Rounds rounds;
  private final Bodies bodies;
  private final People people;
  private final Details details;
  private final Outbox outbox;
  private final Messages messages;

  public Summary(
      Rounds rounds, Bodies bodies, People people, Plan plan, Outbox outbox, Messages messages) {
    this.rounds = rounds;
    this.bodies = bodies;
    this.people = people;
    this.details = new Details(plan);
    this.outbox = outbox;
    this.messages = messages;
  }

  void send(List<Round> over, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, messages.zone());
    over.forEach(round -> post(round, day));
    long first = over.getFirst().id().value();
    for (Person person : readers(over, now))
      outbox.put("synthese:" + first + ":" + person.id().value(), letter(over, person, day));
  }

  private Set<Person> readers(List<Round> over, Instant now) {
    Set<Person> readers = new LinkedHashSet<>();
    for (Round round : over) readers.add(people.get(round.openedBy()));
    readers.addAll(bodies.inCharge(LocalDate.ofInstant(now, messages.zone())));
    return readers;
  }

  private void post(Round round, LocalDate day) {
    Body body = bodies.get(round.body());
    String channel = body.channel();
    if (channel == null) return;
    Language language = Language.FRENCH;
    List<String> lines = new ArrayList<>();
    lines.add(messages.say(language, "progress.summary", Escaped.markdown(body.name())));
    for (Answer answer : rounds.answers(round.id())) {
      String name = people.get(answer.person()).fullName();
      lines.add(
          messages
              .say(
                  language,
                  "progress.summary.answer",
                  Escaped.markdown(name),
                  quoted(Escaped.markdown(answer.words())))
              .strip());
      for (Object each : Escaped.all(details.of(answer)))
        lines.add("- " + messages.word(language, each));
    }
    if (rounds.answers(round.id()).isEmpty())
      lines.add(
          lastHeard(round)
              .map(last -> messages.say(language, "progress.summary.stale", last))
              .orElseGet(() -> messages.say(language, "progress.summary.unheard")));
    int silent = silent(round, day).size();
    if (silent > 0) lines.add(messages.say(language, "progress.summary.silent", silent));
    outbox.put("synthese:" + round.id().value(), Post.of(channel, String.join("\n", lines)));
  }

  private static String quoted(String words) {
    return String.join("\n", words.lines().map(line -> "> " + line).toList());
  }

  private Letter letter(List<Round> over, Person to, LocalDate day) {
    List<Map<String, Object>> groups =
        over.stream().map(round -> group(round, day, to.language())).toList();
    return Letter.of(
        LetterClass.AVIS,
        to.email(),
        to.fullName(),
        to.language(),
        "synthese",
        Map.of("groups", groups));
  }

  private Map<String, Object> group(Round round, LocalDate day, Language language) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Answer answer : rounds.answers(round.id())) {
      answers.add(
          Map.of(
              "name", people.get(answer.person()).fullName(),
              "at", answer.at().toString(),
              "words", answer.words(),
              "details",
                  details.of(answer).stream().map(each -> messages.say(language, each)).toList()));
    }
    return Map.of(
        "last",
        answers.isEmpty() ? lastHeard(round).map(LocalDate::toString).orElse("") : "",
        "body",
        bodies.get(round.body()).name(),
        "answers",
        answers,
        "silent",
        silent(round, day),
        "away",
        away(round, day));
  }

  /** The last time a body said anything: what is known of it is as old (domain.md K19). */
  private Optional<LocalDate> lastHeard(Round round) {
    return rounds.history(round.body()).stream()
        .findFirst()
        .map(answer -> LocalDate.ofInstant(answer.at(), messages.zone()));
  }

  /** Those who were asked, are there, and have said nothing. */
  private List<String> silent(Round round, LocalDate day) {
    return rounds.asked(round.id()).stream()
        .filter(asked -> asked.answeredAt().isEmpty() && asked.ask() != null)
        .filter(asked -> !rounds.isAway(asked.person().id(), day))
        .map(asked -> asked.person().fullName())
        .toList();
  }

  private List<String> away(Round round, LocalDate day) {
    return rounds.asked(round.id()).stream()
        .filter(asked -> asked.answeredAt().isEmpty())
        .filter(asked -> rounds.isAway(asked.person().id(), day))
        .map(asked -> asked.person().fullName())
        .toList();
  }
}
