package ca.greffier.progress;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.text.QuebecCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The cadences of the bodies: set, changed and stopped by somebody, for a reason. */
public final class Cadences {
  private static final int MOST_HISTORY = 20;

  private final CadenceDao dao;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  public Cadences(Jdbi jdbi, QuebecCalendar calendar, ZoneId zone) {
    this.dao = jdbi.onDemand(CadenceDao.class);
    this.calendar = calendar;
    this.zone = zone;
  }

  /**
   * What a body is to be asked.
   *
   * @param first the day from which the first round may come; the usual is today
   */
  record Wish(int weeks, DayOfWeek day, LocalTime hour, int days, Optional<LocalDate> first) {}

  /** The cadence of a body that is asked by itself. */
  public Optional<Cadence> of(BodyId body) {
    return dao.of(body).filter(cadence -> !cadence.stopped());
  }

  /** Those that ask. */
  public List<Cadence> running() {
    return dao.all().stream().filter(cadence -> !cadence.stopped()).toList();
  }

  List<Cadence> history(BodyId body) {
    return dao.history(body, MOST_HISTORY);
  }

  Cadence set(Body body, Wish wish, String reason, PersonId by, Instant at) {
    LocalDateTime now = here(at);
    LocalDate from = wish.first().filter(now.toLocalDate()::isBefore).orElse(now.toLocalDate());
    LocalDate starts = from.with(TemporalAdjusters.nextOrSame(wish.day()));
    if (!starts.atTime(wish.hour()).isAfter(now)) starts = starts.plusWeeks(1);
    Cadence cadence =
        new Cadence(
            body.id(), wish.weeks(), starts, wish.hour(), wish.days(), false, by, at, reason);
    dao.put(cadence);
    return cadence;
  }

  /**
   * @throws Refusal when the body has none
   */
  void stop(Body body, String reason, PersonId by, Instant at) {
    Cadence now =
        of(body.id()).orElseThrow(() -> new Refusal("progress.cadence.none", body.code()));
    dao.put(
        new Cadence(
            now.body(), now.weeks(), now.starts(), now.hour(), now.days(), true, by, at, reason));
  }

  /** The day for which a body must be asked now, if there is one. */
  Optional<LocalDate> due(Cadence cadence, Instant at) {
    return cadence
        .due(here(at), calendar)
        .filter(day -> !dao.isAsked(cadence.body(), day, moment(cadence, day)));
  }

  /** When it asks next. */
  Instant next(Cadence cadence, Instant at) {
    return cadence.next(here(at), calendar).atZone(zone).toInstant();
  }

  private Instant moment(Cadence cadence, LocalDate day) {
    return cadence.moment(day, calendar).atZone(zone).toInstant();
  }

  private LocalDateTime here(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }
}
