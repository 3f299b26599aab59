package ca.greffier.poll;

import ca.greffier.directory.Absences;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.NudgeHours;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * Reminds once those who have said nothing, in hours that they accept; tells the outcome to whoever
 * opened the poll, at its end or as soon as everybody has answered.
 */
public final class PollSweep implements Sweep {
  private final Jdbi jdbi;
  private final PollDao dao;
  private final Absences absences;
  private final NudgeHours accepted;
  private final Parts with;

  /** What it works with. */
  public record Parts(
      Polls polls, Bodies bodies, People people, PollLetters letters, OfficeHours hours) {}

  public PollSweep(Jdbi jdbi, Parts with) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(PollDao.class);
    this.absences = new Absences(jdbi, with.hours().zone());
    this.accepted = new NudgeHours(jdbi);
    this.with = with;
  }

  @Override
  public String name() {
    return "sondages";
  }

  @Override
  public String cron() {
    return "0 5/10 8-17 ? * MON-FRI";
  }

  @Override
  public void run(Instant now) {
    if (!with.hours().isOpen(now)) return;
    jdbi.useTransaction(
        _ -> {
          dao.toRemind(now).forEach(poll -> remind(poll, now));
          dao.toTell(now).forEach(poll -> tell(poll, now));
        });
  }

  private void remind(Poll poll, Instant now) {
    for (PollDao.Voter each : dao.voters(poll.id())) {
      if (each.voted() || absences.on(each.person(), with.hours().day(now)).isPresent()) continue;
      if (!accepted.of(each.person()).contains(now.atZone(with.hours().zone()).toLocalTime()))
        continue;
      if (dao.reminded(poll.id(), each.person(), now) > 0)
        with.letters()
            .remind(
                poll,
                with.bodies().get(poll.body()),
                with.polls().tallies(poll),
                with.people().get(each.person()),
                each.ask());
    }
  }

  private void tell(Poll poll, Instant now) {
    dao.told(poll.id(), now);
    with.letters()
        .tell(
            poll,
            with.bodies().get(poll.body()),
            with.polls().tallies(poll),
            with.polls().silent(poll).stream().map(Person::fullName).toList(),
            with.people().get(poll.openedBy()));
  }
}
