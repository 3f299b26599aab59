package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Money;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the measures of a gap would ask and bring, as far as it can be reckoned: who could take it,
 * by when, what it costs, what it does to the end of the project. Where it cannot, nothing is said.
 */
public final class Prospects {
  private static final Set<String> MOVES_THE_DATE = Set.of("measure.1.3", "measure.26.1");
  private static final Set<String> ADDS_MONEY = Set.of("measure.16.2");
  private static final Set<String> OVER = Set.of("budget", "bailleur");
  private static final String LATE = "jalon";
  private static final String UNDER = "sousdepense";
  private static final String DELIVERABLE = "deliverable:";

  private final Gaps gaps;
  private final Plan plan;
  private final Bodies bodies;
  private final People people;
  private final QuebecCalendar calendar;

  public Prospects(Gaps gaps, Plan plan, Bodies bodies, People people, QuebecCalendar calendar) {
    this.gaps = gaps;
    this.plan = plan;
    this.bodies = bodies;
    this.people = people;
    this.calendar = calendar;
  }

  /**
   * What one measure would ask and bring.
   *
   * @param owner who would be asked; empty when nobody is in charge
   * @param due ten working days ahead, as when nothing is said
   */
  record Prospect(
      Phrase measure,
      Optional<Person> owner,
      LocalDate due,
      Optional<Money> cost,
      Optional<Phrase> effect) {

    /** The measure, with its effect when there is one to tell. */
    Phrase told() {
      return effect.map(brings -> Phrase.of("gap.effect", measure, brings)).orElse(measure);
    }
  }

  /** The plan and the people of a day: asked once for all the gaps that are told together. */
  View on(LocalDate today) {
    return new View(
        today, plan.all().stream().filter(Deliverable::isOpen).toList(), bodies.inCharge(today));
  }

  /** See {@link #on}. */
  final class View {
    private final LocalDate today;
    private final List<Deliverable> open;
    private final List<Person> inCharge;

    private View(LocalDate today, List<Deliverable> open, List<Person> inCharge) {
      this.today = today;
      this.open = open;
      this.inCharge = inCharge;
    }

    /** One for each measure of a gap, in their order. */
    List<Prospect> of(Gap gap) {
      List<String> keys = gaps.keys(gap);
      Deliverable what = deliverable(gap).orElse(null);
      LocalDate due = calendar.plusWorkingDays(today, Choosing.USUAL_DAYS);
      List<Prospect> all = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++)
        all.add(
            new Prospect(
                gap.measures().get(i),
                owner(gap, what),
                due,
                ADDS_MONEY.contains(keys.get(i)) ? Optional.of(amount(gap)) : Optional.empty(),
                effect(gap, keys.get(i), what)));
      return all;
    }

    private Optional<Deliverable> deliverable(Gap gap) {
      String subject = gaps.subject(gap);
      if (!subject.startsWith(DELIVERABLE)) return Optional.empty();
      long id = Long.parseLong(subject.substring(DELIVERABLE.length()));
      return open.stream().filter(each -> each.id().value() == id).findFirst();
    }

    private Optional<Person> owner(Gap gap, @Nullable Deliverable what) {
      PersonId answers = what == null ? null : what.person();
      return gap.takenBy()
          .or(() -> Optional.ofNullable(answers))
          .map(people::get)
          .or(() -> inCharge.stream().findFirst());
    }

    private Optional<Phrase> effect(Gap gap, String key, @Nullable Deliverable what) {
      if (gap.size() <= 0) return Optional.empty();
      if (OVER.contains(gap.rule()) && !ADDS_MONEY.contains(key))
        return Optional.of(Phrase.of("gap.effect.over", amount(gap)));
      if (gap.rule().equals(UNDER)) return Optional.of(Phrase.of("gap.effect.uses", amount(gap)));
      if (!gap.rule().equals(LATE) || what == null) return Optional.empty();
      int days = (int) gap.size();
      return Optional.of(
          MOVES_THE_DATE.contains(key)
              ? Phrase.of("gap.effect.moves", days)
              : Phrase.of("gap.effect.days", days, finish(what)));
    }

    /** The end of the project if this one came on its baseline, or today when that is past. */
    private Phrase finish(Deliverable what) {
      LocalDate now = last(open, null);
      LocalDate then = last(open, what);
      return now.isAfter(then)
          ? Phrase.of("gap.effect.finish", then, now)
          : Phrase.of("gap.effect.finish.same", now);
    }

    private LocalDate last(List<Deliverable> all, @Nullable Deliverable caughtUp) {
      return all.stream()
          .map(each -> each.equals(caughtUp) ? each.baseline() : each.due())
          .filter(Objects::nonNull)
          .map(day -> day.isBefore(today) ? today : day)
          .max(Comparator.naturalOrder())
          .orElse(today);
    }
  }

  private static Money amount(Gap gap) {
    return new Money(Math.round(gap.size()));
  }
}
