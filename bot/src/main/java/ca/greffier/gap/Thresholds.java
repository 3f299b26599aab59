package ca.greffier.gap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of the rules at one moment: what the project set, else what is usual. */
public final class Thresholds {
  /** The first of each never goes over the second. */
  private static final List<Order> ORDERS =
      List.of(
          new Order(Threshold.LATE_TOLERATED, Threshold.LATE_CRITICAL),
          new Order(Threshold.OVER_TOLERATED, Threshold.OVER_CRITICAL));

  private final Map<Threshold, Integer> set;

  Thresholds(Map<Threshold, Integer> set) {
    this.set = new EnumMap<>(Threshold.class);
    this.set.putAll(set);
  }

  record Order(Threshold low, Threshold high) {}

  /** Those of a project that changed none. */
  public static Thresholds usual() {
    return new Thresholds(Map.of());
  }

  public int of(Threshold which) {
    return set.getOrDefault(which, which.usual());
  }

  /** The same with another value for one. */
  Thresholds with(Threshold which, int value) {
    Map<Threshold, Integer> next = new EnumMap<>(Threshold.class);
    next.putAll(set);
    next.put(which, value);
    return new Thresholds(next);
  }

  /** Two that contradict each other: « tolerated » above « critical ». */
  Optional<Order> contradiction() {
    return ORDERS.stream().filter(order -> of(order.low()) > of(order.high())).findFirst();
  }
}
