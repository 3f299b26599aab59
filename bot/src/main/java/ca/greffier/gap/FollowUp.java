package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks again at a gap 7 and 14 days after a measure was chosen for it, and tells whoever has the
 * measure whether the gap shrank. When it did not after 14 days, the people in charge are told too.
 */
public final class FollowUp {
  private static final Duration FIRST = Duration.ofDays(7);
  private static final Duration SECOND = Duration.ofDays(14);

  private final ChosenMeasures chosen;
  private final Gaps gaps;
  private final Bodies bodies;
  private final People people;
  private final Outbox outbox;
  private final Messages messages;

  public FollowUp(
      Jdbi jdbi, Gaps gaps, Bodies bodies, People people, Outbox outbox, Messages messages) {
    this.chosen = new ChosenMeasures(jdbi);
    this.gaps = gaps;
    this.bodies = bodies;
    this.people = people;
    this.outbox = outbox;
    this.messages = messages;
  }

  /** What is gone is only noted: it was good news when it went. */
  void run(Instant now) {
    for (ChosenMeasures.Row row : chosen.due(now.minus(FIRST), now.minus(SECOND))) {
      Outcome outcome = row.seen();
      int looks = outcome == Outcome.GONE ? 2 : row.looks() + 1;
      chosen.look(row, looks, outcome);
      gaps.follow(row.gap(), outcome, row.measure(), now);
      if (outcome != Outcome.GONE) tell(row, outcome, looks, now);
    }
  }

  private void tell(ChosenMeasures.Row row, Outcome outcome, int looks, Instant now) {
    Gap gap = gaps.find(row.gap()).orElseThrow();
    Map<PersonId, Person> readers = new LinkedHashMap<>();
    readers.put(row.owner(), people.get(row.owner()));
    boolean isEscalated = looks == 2 && !outcome.isBetter();
    if (isEscalated) {
      for (Person each : bodies.inCharge(LocalDate.ofInstant(now, messages.zone())))
        readers.putIfAbsent(each.id(), each);
    }
    for (Person reader : readers.values())
      outbox.put(
          "ecart-suivi:" + row.id() + ":" + looks + ":" + reader.id().value(),
          letter(row, gap, outcome, isEscalated, reader));
  }

  private Letter letter(
      ChosenMeasures.Row row, Gap gap, Outcome outcome, boolean isEscalated, Person reader) {
    Language language = reader.language();
    return Letter.of(
        LetterClass.AVIS,
        reader.email(),
        reader.fullName(),
        language,
        "ecart-suivi",
        Map.of(
            "code", gap.id().code(),
            "title", messages.say(language, gap.title()),
            "measure", messages.say(language, gaps.catalogue().phrase(row.measure())),
            "action", row.action(),
            "owner", people.get(row.owner()).fullName(),
            "since",
                messages.say(
                    language,
                    "gap.since.date",
                    LocalDate.ofInstant(row.chosenAt(), messages.zone())),
            "outcome", messages.say(language, outcome.phrase()),
            "facts", gap.facts().stream().map(fact -> messages.say(language, fact)).toList(),
            "escalated", isEscalated));
  }
}
