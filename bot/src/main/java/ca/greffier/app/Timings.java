package ca.greffier.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long each run of something took, in milliseconds, in the order they were run. */
record Timings(List<Double> each) {
  /** Runs them one after the other. */
  static Timings of(Stream<Runnable> runs) {
    return new Timings(runs.map(Timings::time).toList());
  }

  /** Milliseconds that something takes, rounded to the microsecond. */
  static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Math.round((System.nanoTime() - start) / 1e3) / 1e3;
  }

  /** All but the first ones. */
  Timings without(int first) {
    return new Timings(each.subList(first, each.size()));
  }

  /**
   * The value that so many percent of the runs did not exceed (nearest rank).
   *
   * @param percent 1 to 100
   */
  double percentile(int percent) {
    List<Double> sorted = each.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1);
  }

  /** What to print, beside the same work on less. */
  Map<String, Object> grownFrom(Timings less) {
    Map<String, Object> printed = new LinkedHashMap<>();
    printed.put("runs", each.size());
    printed.put("p50_ms", percentile(50));
    printed.put("p95_ms", percentile(95));
    printed.put("p99_ms", percentile(99));
    printed.put("p50_growth", ratio(percentile(50), less.percentile(50)));
    printed.put("p99_growth", ratio(percentile(99), less.percentile(99)));
    return printed;
  }

  /** To two decimals. */
  static double ratio(double more, double less) {
    return Math.round(100 * more / Math.max(less, 1e-3)) / 100.0;
  }
}
