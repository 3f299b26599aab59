package ca.greffier.directory;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Who is away, and until when: whoever is away is not asked, nor reminded. */
public final class Absences {
  private static final int MOST = 100;

  private final AbsenceDao dao;
  private final ZoneId zone;

  public Absences(Jdbi jdbi, ZoneId zone) {
    this.dao = jdbi.onDemand(AbsenceDao.class);
    this.zone = zone;
  }

  /**
   * Notes an absence; it takes the place of those of the same person that share a day with it.
   *
   * @throws Refusal when it ends before it starts, is over, or lasts more than a year; when a
   *     person would stand in for themself
   */
  public void add(Absence absence, PersonId by, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    if (absence.ends().isBefore(absence.starts()))
      throw new Refusal("directory.absence.order", absence.starts(), absence.ends());
    if (absence.ends().isBefore(today)) throw new Refusal("directory.absence.over", absence.ends());
    if (absence.ends().isAfter(absence.starts().plusYears(1)))
      throw new Refusal("directory.absence.long");
    if (absence.person().equals(absence.substitute())) throw new Refusal("directory.absence.self");
    dao.withdraw(absence.person(), absence.starts(), absence.ends(), at);
    dao.add(absence, by, at);
  }

  /** Everybody who is away on a day. */
  public Set<PersonId> away(LocalDate day) {
    return dao.away(day);
  }

  /** The absence of a person on a day, if they are away. */
  public Optional<Absence> on(PersonId person, LocalDate day) {
    return dao.on(person, day);
  }

  /** Those of a person that are not over on a day, the first to start first. */
  public List<Absence> of(PersonId person, LocalDate day) {
    return dao.of(person, day);
  }

  /** Those that are not over on a day, the first to start first. */
  public List<Absence> all(LocalDate day) {
    return dao.all(day, MOST);
  }

  /**
   * Takes back the absence of a person on a day, or else the only one they have.
   *
   * @throws Refusal when there is none, or several and no day
   */
  Absence withdraw(PersonId person, Optional<LocalDate> day, Instant at) {
    List<Absence> noted =
        dao.of(person, LocalDate.ofInstant(at, zone)).stream()
            .filter(each -> day.isEmpty() || isOn(each, day.get()))
            .toList();
    if (noted.isEmpty()) throw new Refusal("directory.absence.none");
    if (noted.size() > 1)
      throw new Refusal("directory.absence.several", noted.stream().map(Absence::starts).toList());
    Absence one = noted.getFirst();
    dao.withdraw(person, one.starts(), one.ends(), at);
    return one;
  }

  private static boolean isOn(Absence absence, LocalDate day) {
    return !day.isBefore(absence.starts()) && !day.isAfter(absence.ends());
  }
}
