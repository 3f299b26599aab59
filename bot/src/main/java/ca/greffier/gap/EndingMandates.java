package ca.greffier.gap;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.EndingMandate;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A mandate that ends soon, without anybody named to follow. */
final class EndingMandates implements GapRule {
  private final Bodies bodies;
  private final People people;

  EndingMandates(Bodies bodies, People people) {
    this.bodies = bodies;
    this.people = people;
  }

  @Override
  public String code() {
    return "mandat";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    return bodies.ending(today, today.plusDays(limits.of(Threshold.MANDATE_AHEAD))).stream()
        .map(each -> finding(each, today))
        .toList();
  }

  private Finding finding(EndingMandate mandate, LocalDate today) {
    Body body = bodies.get(mandate.body());
    Person who = people.get(mandate.person());
    return new Finding(
        "mandate:" + mandate.id(),
        Severity.WATCH,
        Phrase.of("gap.mandate.title", body.name(), who.fullName()),
        List.of(
            Phrase.of("gap.mandate.ends", mandate.ends()),
            Phrase.of("gap.source.body", body.code())),
        Phrase.of("gap.mandate.cause"),
        Situation.LEAVING_PERSON,
        -ChronoUnit.DAYS.between(today, mandate.ends()));
  }
}
