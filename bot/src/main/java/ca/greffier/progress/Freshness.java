package ca.greffier.progress;

import ca.greffier.directory.BodyId;
import ca.greffier.text.Phrase;
import ca.greffier.text.QuebecCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How old the word of a body is, against its own cadence (domain.md K19): stale when it is older
 * than the cadence and five working days, very stale when older than twice the cadence.
 */
public final class Freshness {
  /** Of a body that has no cadence of its own. */
  static final int USUAL_WEEKS = 4;

  private static final int DAYS_IN_WEEK = 7;
  private static final int GRACE = 5;

  private final CadenceDao dao;
  private final QuebecCalendar calendar;
  private final ZoneId zone;

  public Freshness(Jdbi jdbi, QuebecCalendar calendar, ZoneId zone) {
    this.dao = jdbi.onDemand(CadenceDao.class);
    this.calendar = calendar;
    this.zone = zone;
  }

  /** From good to bad. */
  public enum State {
    /** It was never asked anything: there is nothing to be old. */
    UNASKED,
    FRESH,
    STALE,
    VERY_STALE
  }

  /**
   * What is known on a day.
   *
   * @param last when the body last said anything
   * @param since the first day on which that was stale; null while it is not
   */
  public record Reading(State state, @Nullable LocalDate last, @Nullable LocalDate since) {

    public boolean isStale() {
      return since != null;
    }

    /** « à jour », « périmé depuis le… ». */
    public Phrase phrase() {
      String key = "progress.freshness." + state;
      return switch (state) {
        case UNASKED -> Phrase.of(key);
        case FRESH -> last == null ? Phrase.of("progress.freshness.waiting") : Phrase.of(key, last);
        case STALE, VERY_STALE -> Phrase.of(key, Optional.ofNullable(since).orElseThrow());
      };
    }
  }

  /**
   * How much of a whole is stale, by weight.
   *
   * @param stale of the same unit as {@code total}
   */
  public record Share(long stale, long total) {
    private static final int FIFTH = 5;

    /** True when more than 20 % is stale, which must then be said beside the whole. */
    public boolean mustBeSaid() {
      return stale * FIFTH > total;
    }
  }

  /** The word of a body at the end of a day. */
  public Reading of(BodyId body, LocalDate day) {
    return all(day).getOrDefault(body, new Reading(State.UNASKED, null, null));
  }

  /** The word of every body at the end of a day. */
  public Map<BodyId, Reading> all(LocalDate day) {
    Map<BodyId, Reading> readings = new LinkedHashMap<>();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    for (CadenceDao.Basis basis : dao.bases(end))
      readings.put(
          basis.body(),
          read(date(basis.answered()), date(basis.asked()), weeks(basis), day, calendar));
    return readings;
  }

  /** How much is stale of a whole whose bodies weigh so much. */
  public static Share share(Map<BodyId, Reading> readings, Map<BodyId, ? extends Number> weights) {
    long stale = 0;
    long total = 0;
    for (Map.Entry<BodyId, ? extends Number> each : weights.entrySet()) {
      Reading reading = readings.get(each.getKey());
      total += each.getValue().longValue();
      if (reading != null && reading.isStale()) stale += each.getValue().longValue();
    }
    return new Share(stale, total);
  }

  /**
   * The rule itself.
   *
   * @param last when the body last said anything, if ever
   * @param asked since when it is asked, if ever
   */
  static Reading read(
      @Nullable LocalDate last,
      @Nullable LocalDate asked,
      int weeks,
      LocalDate day,
      QuebecCalendar calendar) {
    LocalDate from = last != null ? last : asked;
    if (from == null) return new Reading(State.UNASKED, null, null);
    int period = weeks * DAYS_IN_WEEK;
    LocalDate since = calendar.plusWorkingDays(from.plusDays(period), GRACE).plusDays(1);
    if (day.isBefore(since)) return new Reading(State.FRESH, last, null);
    State state = day.isAfter(from.plusDays(2L * period)) ? State.VERY_STALE : State.STALE;
    return new Reading(state, last, since);
  }

  private static int weeks(CadenceDao.Basis basis) {
    return Optional.ofNullable(basis.weeks()).orElse(USUAL_WEEKS);
  }

  private @Nullable LocalDate date(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, zone);
  }
}
