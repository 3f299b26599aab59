package ca.greffier.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Ticks on real PostgreSQL. */
class ClockworkTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final String EACH_SECOND = "* * * * * ?";

  private final Store store = TestStore.fresh();
  private final SettableClock clock = SettableClock.at("2026-03-02T14:00:00Z");

  @Test
  void a_sweep_is_run_at_its_hour_with_the_time_of_the_house() {
    Runs runs = new Runs("relances", EACH_SECOND);
    try (Clockwork clockwork = clockwork(runs)) {
      clockwork.start();
      await().until(() -> runs.at.size() >= 2);
    }
    assertThat(runs.at).containsOnly(clock.instant());
  }

  @Test
  void a_sweep_that_fails_runs_again_and_stops_no_other() {
    Runs sound = new Runs("sain", EACH_SECOND);
    Runs broken =
        new Runs("brise", EACH_SECOND) {
          @Override
          public void run(Instant now) {
            super.run(now);
            throw new IllegalStateException("broken on purpose");
          }
        };
    try (Clockwork clockwork = clockwork(sound, broken)) {
      clockwork.start();
      await().until(() -> broken.at.size() >= 2 && sound.at.size() >= 2);
    }
  }

  @Test
  void two_nodes_share_the_ticks() {
    Runs runs = new Runs("partage", EACH_SECOND);
    long before = System.nanoTime();
    try (Clockwork one = clockwork(runs);
        Clockwork other = clockwork(runs)) {
      one.start();
      other.start();
      await().until(() -> runs.at.size() >= 4);
    }
    long seconds = Duration.ofNanos(System.nanoTime() - before).toSeconds();
    assertThat(runs.at.size()).isLessThanOrEqualTo((int) seconds + 2);
    assertThat(scalar("SELECT count(*) FROM qrtz_triggers")).isEqualTo(1);
  }

  @Test
  void when_a_node_stops_the_other_goes_on() {
    Runs runs = new Runs("suite", EACH_SECOND);
    try (Clockwork other = clockwork(runs)) {
      try (Clockwork one = clockwork(runs)) {
        one.start();
        await().until(() -> !runs.at.isEmpty());
      }
      runs.at.clear();
      other.start();
      await().atMost(Duration.ofSeconds(20)).until(() -> runs.at.size() >= 2);
    }
  }

  @Test
  void the_triggers_follow_what_the_sweeps_say() {
    try (Clockwork first =
        clockwork(new Runs("garde", "0 0 8 * * ?"), new Runs("disparait", "0 0 9 * * ?"))) {
      first.start();
    }
    try (Clockwork second = clockwork(new Runs("garde", "0 30 8 * * ?"))) {
      second.start();
    }
    assertThat(scalar("SELECT count(*) FROM qrtz_triggers")).isEqualTo(1);
    assertThat(
            scalar(
                "SELECT count(*) FROM qrtz_cron_triggers WHERE cron_expression = '0 30 8 * * ?'"
                    + " AND time_zone_id = 'America/Toronto'"))
        .isEqualTo(1);
  }

  private Clockwork clockwork(Sweep... sweeps) {
    return new Clockwork(
        store.dataSource(), List.of(sweeps), clock, MONTREAL, Duration.ofSeconds(1));
  }

  private int scalar(String sql) {
    return store.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(int.class).one());
  }

  private static class Runs implements Sweep {
    final List<Instant> at = new CopyOnWriteArrayList<>();
    private final String name;
    private final String cron;

    Runs(String name, String cron) {
      this.name = name;
      this.cron = cron;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String cron() {
      return cron;
    }

    @Override
    public void run(Instant now) {
      at.add(now);
    }
  }
}
