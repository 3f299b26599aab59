package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.command.PersonId;
import ca.greffier.directory.Absences;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.NudgeHours;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.progress.ProgressDao.Expectation;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.QuebecCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The ladder of a silence (domain.md K19): a letter two working days before the end; on the last
 * morning a private word by the other channel; the working day after, when nobody of the body has
 * said a word, a letter to who leads it. Those in charge read the rest in the summary. Each rung is
 * climbed once, stops as soon as there is an answer, and waits for hours that the person accepts;
 * whoever was reminded often this week is left alone.
 */
public final class ReminderSweep implements Sweep {
  /** Reminders to one person in seven days, whatever bodies they sit in. */
  private static final int MOST_A_WEEK = 3;

  private static final Duration WEEK = Duration.ofDays(7);
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Jdbi jdbi;
  private final ProgressDao dao;
  private final Absences absences;
  private final NudgeHours accepted;
  private final Parts with;

  /** What it works with. */
  public record Parts(
      Bodies bodies,
      People people,
      Inquiry inquiry,
      Rounds rounds,
      OfficeHours hours,
      QuebecCalendar calendar) {}

  public ReminderSweep(Jdbi jdbi, Parts with) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(ProgressDao.class);
    this.absences = new Absences(jdbi, with.hours().zone());
    this.accepted = new NudgeHours(jdbi);
    this.with = with;
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
    if (!with.hours().isOpen(now)) return;
    jdbi.useTransaction(
        _ -> {
          dao.toRemind(now).forEach(round -> remind(round, now));
          dao.unheard(now).forEach(round -> tellLead(round, now));
        });
  }

  private void remind(Round round, Instant now) {
    for (Expectation each : dao.expectations(round.id())) {
      AskId ask = each.ask();
      if (each.answeredAt() != null || ask == null || !isDue(round, each, now)) continue;
      if (!mayNudge(each.person(), now)) continue;
      Inquiry.Question question =
          new Inquiry.Question(
              round, with.bodies().get(round.body()), with.people().get(each.person()), ask);
      if (each.remindedAt() == null) {
        if (dao.reminded(round.id(), each.person(), now) > 0) with.inquiry().remind(question);
      } else if (dao.remindedAgain(round.id(), each.person(), now) > 0) {
        with.inquiry().remindElsewhere(question);
      }
    }
  }

  private boolean isDue(Round round, Expectation each, Instant now) {
    Instant reminded = each.remindedAt();
    return reminded == null || (each.secondAt() == null && isLastMorning(round, reminded, now));
  }

  /** On the last day, for those who were not reminded on that very day. */
  private boolean isLastMorning(Round round, Instant reminded, Instant now) {
    LocalDate last = day(round.closesAt());
    return !now.isBefore(morning(last)) && day(reminded).isBefore(last);
  }

  private boolean mayNudge(PersonId person, Instant now) {
    LocalTime time = now.atZone(with.hours().zone()).toLocalTime();
    return absences.on(person, day(now)).isEmpty()
        && accepted.of(person).contains(time)
        && dao.reminders(person, now.minus(WEEK)) < MOST_A_WEEK;
  }

  /** Who leads the body, unless they are among those who were asked; nobody is no fault. */
  private void tellLead(Round round, Instant now) {
    LocalDate after = with.calendar().plusWorkingDays(day(round.closesAt()), 1);
    if (now.isBefore(morning(after))) return;
    Body body = with.bodies().get(round.body());
    Optional<Person> lead = lead(round, body, now);
    if (lead.isPresent() && !mayNudge(lead.get().id(), now)) return;
    if (dao.leadTold(round.id(), now) > 0)
      lead.ifPresent(person -> with.rounds().askLead(round, body, person));
  }

  private Optional<Person> lead(Round round, Body body, Instant now) {
    List<PersonId> asked =
        dao.expectations(round.id()).stream()
            .filter(each -> each.ask() != null)
            .map(Expectation::person)
            .toList();
    return with.bodies().leads(body.id(), day(now)).stream()
        .filter(person -> !asked.contains(person.id()))
        .findFirst();
  }

  private LocalDate day(Instant at) {
    return with.hours().day(at);
  }

  private Instant morning(LocalDate day) {
    return day.atTime(MORNING).atZone(with.hours().zone()).toInstant();
  }
}
