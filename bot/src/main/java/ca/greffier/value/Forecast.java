package ca.greffier.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * When the project would end, by how its own deliverables have kept their dates (domain.md K21):
 * one chance in two before {@code p50}, four in five before {@code p80}. Never one date alone.
 */
public record Forecast(LocalDate p50, LocalDate p80) {
  /** Fewer deliverables reached foretell nothing. */
  public static final int FEWEST = 8;

  private static final int RUNS = 10_000;
  private static final long SEED = 20_260_302;

  /**
   * How a deliverable has kept its date. One that is late and not reached counts too, as if it were
   * today: leaving it out would foretell by the good ones only.
   *
   * @param actual when it was reached, or the day when it is late
   */
  record Kept(LocalDate planned, LocalDate actual, boolean reached) {}

  /**
   * Draws again and again among the ratios of actual to planned duration, always alike.
   *
   * @return nothing when fewer than eight were reached
   */
  static Optional<Forecast> of(LocalDate start, LocalDate end, LocalDate day, List<Kept> kept) {
    if (kept.stream().filter(Kept::reached).count() < FEWEST) return Optional.empty();
    double[] ratios =
        kept.stream()
            .filter(each -> each.planned().isAfter(start))
            .mapToDouble(each -> (double) days(start, each.actual()) / days(start, each.planned()))
            .toArray();
    if (ratios.length == 0) return Optional.empty();
    Random chance = new Random(SEED);
    double[] means = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      double sum = 0;
      for (int i = 0; i < ratios.length; i++) sum += ratios[chance.nextInt(ratios.length)];
      means[run] = sum / ratios.length;
    }
    Arrays.sort(means);
    long planned = days(start, end);
    return Optional.of(
        new Forecast(
            end(start, planned, means[RUNS / 2], day),
            end(start, planned, means[RUNS * 4 / 5], day)));
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  private static LocalDate end(LocalDate start, long planned, double ratio, LocalDate day) {
    LocalDate end = start.plusDays(Math.round(planned * ratio));
    return end.isBefore(day) ? day : end;
  }
}
