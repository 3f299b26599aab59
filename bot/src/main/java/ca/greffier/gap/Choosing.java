package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Person;
import ca.greffier.minutes.Minutes;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * A measure is chosen: it becomes an action of one person, who is told; its effect is looked at
 * later.
 */
public final class Choosing {
  /** Working days given when no day is said. */
  static final int USUAL_DAYS = 10;

  private final ChosenMeasures chosen;
  private final Parts parts;

  /** What choosing needs of other rooms. */
  public record Parts(
      Gaps gaps,
      Minutes minutes,
      Bodies bodies,
      Outbox outbox,
      Messages messages,
      QuebecCalendar calendar) {}

  public Choosing(Jdbi jdbi, Parts parts) {
    this.chosen = new ChosenMeasures(jdbi);
    this.parts = parts;
  }

  /**
   * What somebody decides of a measure.
   *
   * @param owner whose action it becomes
   * @param due ten working days from now when it is not said
   */
  record Terms(Person owner, Optional<LocalDate> due, Optional<Money> cost) {}

  /** The action that came of it. */
  record Action(String number, LocalDate due) {}

  /**
   * @param number of the measure, from 1
   * @throws Refusal when the gap is resolved, somebody else has it, it has no such measure, or the
   *     day is past
   */
  Action choose(Gap gap, int number, Terms terms, PersonId by, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, parts.messages().zone());
    LocalDate due =
        terms.due().orElseGet(() -> parts.calendar().plusWorkingDays(today, USUAL_DAYS));
    if (due.isBefore(today)) throw new Refusal("gap.measure.past", due);
    String key = parts.gaps().key(gap, number);
    parts.gaps().choose(gap, by, key, at);
    String action =
        parts
            .minutes()
            .promise(
                project(),
                gap.id().code(),
                text(gap, key, terms.owner().language()),
                terms.owner().id(),
                new Minutes.Term(today, due));
    chosen.add(
        new ChosenMeasures.Choice(
            gap.id(), key, terms.owner().id(), due, terms.cost(), action, by, at, gap.size()));
    if (!terms.owner().id().equals(by)) tell(gap, key, terms.owner(), new Action(action, due));
    return new Action(action, due);
  }

  /** What was chosen for a gap, the first first. */
  List<ChosenMeasures.Row> of(GapId gap) {
    return chosen.of(gap);
  }

  private String text(Gap gap, String key, Language language) {
    Messages messages = parts.messages();
    return messages.say(
        language,
        "gap.action",
        messages.say(language, parts.gaps().catalogue().phrase(key)),
        gap.id().code(),
        messages.say(language, gap.title()));
  }

  private void tell(Gap gap, String key, Person owner, Action action) {
    Messages messages = parts.messages();
    Language language = owner.language();
    parts
        .outbox()
        .put(
            "ecart-mesure:" + action.number(),
            Letter.of(
                LetterClass.AVIS,
                owner.email(),
                owner.fullName(),
                language,
                "ecart-mesure",
                Map.of(
                    "code", gap.id().code(),
                    "title", messages.say(language, gap.title()),
                    "measure", messages.say(language, parts.gaps().catalogue().phrase(key)),
                    "action", action.number(),
                    "due", messages.say(language, "gap.due.date", action.due()),
                    "cause", messages.say(language, gap.cause()),
                    "facts",
                        gap.facts().stream().map(fact -> messages.say(language, fact)).toList())));
  }

  /** In whose series the action is numbered: the project's. */
  private Body project() {
    List<Body> all = parts.bodies().all();
    return all.stream()
        .filter(body -> body.kind() == BodyKind.PROJECT)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(() -> new Refusal("gap.measure.nobody"));
  }
}
