package ca.greffier.document;

import ca.greffier.command.Actor;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody may read today (see {@link Classification}).
 *
 * @param officer runs the project: reads everything, also what was withdrawn
 * @param inside sits in the project, a committee or a group; not only with a supplier
 * @param seats the bodies they sit in
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reader(boolean officer, boolean inside, Long[] seats) {

  public static Reader of(Actor actor, Bodies bodies, LocalDate today) {
    List<Body> seats = actor.person().map(who -> bodies.seats(who, today)).orElse(List.of());
    return new Reader(
        actor.role().covers(Role.SECRETARY),
        seats.stream().anyMatch(body -> body.kind() != BodyKind.SUPPLIER),
        seats.stream().map(body -> body.id().value()).toArray(Long[]::new));
  }
}
