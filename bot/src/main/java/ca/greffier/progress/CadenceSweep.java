package ca.greffier.progress;

import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.sweep.Sweep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens the rounds whose day and hour have come. What the house slept through is opened once, when
 * it wakes; a body that is being asked already is left alone. Asks too those who have come back
 * while their round is open, and whoever stands in for those who have left.
 */
public final class CadenceSweep implements Sweep {
  private final Jdbi jdbi;
  private final Cadences cadences;
  private final Rounds rounds;
  private final Bodies bodies;
  private final ZoneId zone;

  public CadenceSweep(Jdbi jdbi, Cadences cadences, Rounds rounds, Bodies bodies, ZoneId zone) {
    this.jdbi = jdbi;
    this.cadences = cadences;
    this.rounds = rounds;
    this.bodies = bodies;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "rondes";
  }

  /** Nobody is written to at night. */
  @Override
  public String cron() {
    return "0 0/10 7-19 * * ?";
  }

  @Override
  public void run(Instant now) {
    for (Cadence cadence : cadences.running()) {
      if (cadences.due(cadence, now).isPresent()) jdbi.useTransaction(_ -> open(cadence, now));
    }
    jdbi.useTransaction(_ -> rounds.askWhoIsThere(now));
  }

  private void open(Cadence cadence, Instant now) {
    Optional<LocalDate> day = cadences.due(cadence, now);
    if (day.isEmpty()) return;
    Body body = bodies.get(cadence.body());
    if (bodies.respondents(body.id(), LocalDate.ofInstant(now, zone)).isEmpty()) return;
    rounds.openIfFree(
        new Rounds.Opening(body, cadence.days(), cadence.setBy(), Optional.of(day.get())), now);
  }
}
