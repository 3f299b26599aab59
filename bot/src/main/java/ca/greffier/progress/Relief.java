package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Absence;
import ca.greffier.directory.Absences;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.progress.ProgressDao.Expectation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks those who are expected in a round: at once when they are there, when they come back if they
 * were away; in the meantime, whoever stands in for them.
 */
final class Relief {
  private final ProgressDao dao;
  private final Parts with;
  private final ZoneId zone;

  /** What it works with. */
  record Parts(Asks asks, Absences absences, Bodies bodies, People people, Inquiry inquiry) {}

  Relief(ProgressDao dao, Parts with, ZoneId zone) {
    this.dao = dao;
    this.with = with;
    this.zone = zone;
  }

  void askWhoIsThere(Round round, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<Expectation> expected = dao.expectations(round.id());
    for (Expectation each : expected) {
      if (each.answeredAt() != null) continue;
      with.absences()
          .on(each.person(), today)
          .ifPresentOrElse(
              absence -> askSubstitute(round, absence, expected, today),
              () -> askUnlessRelieved(round, each, expected));
    }
  }

  private void askSubstitute(
      Round round, Absence absence, List<Expectation> expected, LocalDate today) {
    PersonId substitute = absence.substitute();
    if (substitute == null || with.absences().on(substitute, today).isPresent()) return;
    if (expected.stream().anyMatch(each -> each.person().equals(substitute))) return;
    if (dao.expect(round.id(), substitute, absence.person()) > 0)
      ask(round, substitute, Optional.of(with.people().get(absence.person())));
  }

  private void askUnlessRelieved(Round round, Expectation each, List<Expectation> expected) {
    boolean relieved =
        expected.stream().anyMatch(other -> Objects.equals(other.standsFor(), each.person()));
    if (each.ask() == null && !relieved) ask(round, each.person(), Optional.empty());
  }

  private void ask(Round round, PersonId person, Optional<Person> standsFor) {
    Body body = with.bodies().get(round.body());
    AskId ask =
        with.asks()
            .put(person, "point donner", Map.of("ronde", "" + round.id().value()), round.endsAt());
    dao.asked(round.id(), person, ask);
    with.inquiry()
        .ask(
            new Inquiry.Question(round, body, with.people().get(person), ask),
            dao.previous(body.id(), round.id()),
            standsFor);
  }
}
