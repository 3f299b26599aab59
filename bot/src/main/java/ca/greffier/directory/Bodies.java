package ca.greffier.directory;

import ca.greffier.command.PersonId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The bodies, and who sits in them on a date. */
public final class Bodies {
  private static final Set<Function> IN_CHARGE = EnumSet.of(Function.MANAGER, Function.DIRECTOR);

  private final DirectoryDao dao;

  public Bodies(Jdbi jdbi) {
    this.dao = jdbi.onDemand(DirectoryDao.class);
  }

  /** The body of a number that came from the database: bodies are never removed. */
  public Body get(BodyId id) {
    return dao.body(id).orElseThrow();
  }

  public Optional<Body> byCode(String code) {
    return dao.byCode(code.trim());
  }

  /** Every body: the project first, then committees, groups and suppliers. */
  public List<Body> all() {
    return dao.bodies();
  }

  /** Who sat in a body on a date: the chair first, then the secretary, then by family name. */
  public List<Member> members(BodyId body, LocalDate on) {
    return dao.seats(body, on).stream().map(DirectoryDao.Seat::member).toList();
  }

  /** Who answers for a body: its chair, or everybody when it has none. */
  public List<Person> respondents(BodyId body, LocalDate on) {
    List<Member> members = members(body, on);
    List<Person> chairs =
        members.stream().filter(m -> m.function() == Function.CHAIR).map(Member::person).toList();
    return chairs.isEmpty() ? members.stream().map(Member::person).distinct().toList() : chairs;
  }

  /** Who leads a body: its chair, then its secretary. */
  public List<Person> leads(BodyId body, LocalDate on) {
    return members(body, on).stream()
        .filter(m -> m.function() == Function.CHAIR || m.function() == Function.SECRETARY)
        .map(Member::person)
        .distinct()
        .toList();
  }

  /** The project's manager and director on a date: who is told when it drifts. */
  public List<Person> inCharge(LocalDate on) {
    return all().stream()
        .filter(body -> body.kind() == BodyKind.PROJECT)
        .flatMap(body -> members(body.id(), on).stream())
        .filter(member -> IN_CHARGE.contains(member.function()))
        .map(Member::person)
        .distinct()
        .toList();
  }

  /** Mandates that end between two days, and after which nobody holds the function there. */
  public List<EndingMandate> ending(LocalDate from, LocalDate to) {
    return dao.ending(from, to);
  }

  /** The bodies somebody sits in on a date. */
  public List<Body> seats(PersonId person, LocalDate on) {
    return dao.bodiesOf(person, on);
  }
}
