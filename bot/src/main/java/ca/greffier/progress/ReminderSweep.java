package ca.greffier.progress;

import ca.greffier.directory.Absences;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * Reminds once, privately, those who are there and have not answered, on working days from 8 h to
 * 18 h.
 */
public final class ReminderSweep implements Sweep {
  private final Jdbi jdbi;
  private final ProgressDao dao;
  private final Absences absences;
  private final Bodies bodies;
  private final People people;
  private final Inquiry inquiry;
  private final OfficeHours hours;

  public ReminderSweep(
      Jdbi jdbi, Bodies bodies, People people, Inquiry inquiry, OfficeHours hours) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(ProgressDao.class);
    this.absences = new Absences(jdbi, hours.zone());
    this.bodies = bodies;
    this.people = people;
    this.inquiry = inquiry;
    this.hours = hours;
  }

  @Override
  public String name() {
    return "relances";
  }

  @Override
  public String cron() {
    return "0 0/10 8-17 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    if (!hours.isOpen(now)) return;
    jdbi.useTransaction(_ -> dao.toRemind(now).forEach(round -> remind(round, now)));
  }

  private void remind(Round round, Instant now) {
    Body body = bodies.get(round.body());
    for (ProgressDao.Expectation each : dao.expectations(round.id())) {
      if (each.answeredAt() != null || each.ask() == null) continue;
      if (absences.on(each.person(), hours.day(now)).isPresent()) continue;
      if (dao.reminded(round.id(), each.person(), now) > 0)
        inquiry.remind(new Inquiry.Question(round, body, people.get(each.person()), each.ask()));
    }
  }
}
