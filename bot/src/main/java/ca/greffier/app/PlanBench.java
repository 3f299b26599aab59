package ca.greffier.app;

import ca.greffier.command.Actor;
import ca.greffier.command.Invocation;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.config.Config;
import ca.greffier.store.Store;
import ca.greffier.sweep.Sweep;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the house on a project of a size and on one of a tenth of it, each in a database of its
 * own: what a person waits for when answering or opening the board, of today and of a past day, and
 * what the machine needs to look for gaps.
 */
final class PlanBench {
  /** A Tuesday morning: the office is open, so that what is found is told too. */
  static final Instant NOW = Instant.parse("2026-03-03T15:00:00Z");

  private static final int COMMANDS = 400;
  private static final int SWEEPS = 5;
  private static final int PAGES = 40;

  private final Path folder;
  private final Shell shell;

  PlanBench(Path folder, Shell shell) {
    this.folder = folder;
    this.shell = shell;
  }

  /** How many deliverables and answers a project has. */
  record Size(int deliverables, int answers) {
    Size tenth() {
      return new Size(deliverables / 10, answers / 10);
    }
  }

  /**
   * What was measured at a size.
   *
   * @param firstSweep of the sweep that opens every gap, in milliseconds
   */
  record Measured(
      Timings commands,
      double firstSweep,
      Timings sweeps,
      int gaps,
      Timings dashboard,
      Timings past) {}

  /** One line: what was measured, and how it grew from a tenth of the size. */
  Map<String, Object> compare(Size size) {
    Measured tenth = measure(size.tenth(), "tenth");
    Measured whole = measure(size, "whole");
    Map<String, Object> sweep = whole.sweeps().grownFrom(tenth.sweeps());
    sweep.put("first_ms", whole.firstSweep());
    sweep.put("first_growth", Timings.ratio(whole.firstSweep(), tenth.firstSweep()));
    sweep.put("gaps", whole.gaps());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("bench", "plan");
    line.put("deliverables", size.deliverables());
    line.put("answers", size.answers());
    line.put("command", whole.commands().grownFrom(tenth.commands()));
    line.put("gap_sweep", sweep);
    line.put("dashboard", whole.dashboard().grownFrom(tenth.dashboard()));
    line.put("dashboard_past", whole.past().grownFrom(tenth.past()));
    return line;
  }

  private Measured measure(Size size, String name) {
    Config config = DemoHouse.config(shell.language(), folder.resolve(name), DemoHouse.Ports.NONE);
    try (Store store = Wiring.store(config)) {
      tell("app.bench.filling", size.deliverables(), size.answers());
      new BenchFilling(store.jdbi(), NOW).fill(size);
      Wiring house = new Wiring(config, store, InstantSource.fixed(NOW));
      tell("app.bench.commands", COMMANDS);
      Timings commands = commands(house);
      tell("app.bench.sweeps", SWEEPS);
      Sweep gaps = house.sweeps.stream().filter(s -> s.name().equals("ecarts")).findAny().get();
      double first = Timings.time(() -> gaps.run(NOW));
      Timings sweeps = Timings.of(IntStream.range(0, SWEEPS).mapToObj(_ -> () -> gaps.run(NOW)));
      tell("app.bench.pages", PAGES);
      try (BenchVisit visit = new BenchVisit(house, new PersonId(1), NOW)) {
        Timings today = pages(visit, "/tableau");
        Timings past = pages(visit, "/tableau?au=2025-09-01");
        return new Measured(commands, first, sweeps, BenchFilling.gaps(store.jdbi()), today, past);
      }
    }
  }

  /** The first third is not counted: it warms the machine up. */
  private static Timings pages(BenchVisit visit, String path) {
    return Timings.of(IntStream.range(0, PAGES + PAGES / 2).mapToObj(_ -> () -> visit.open(path)))
        .without(PAGES / 2);
  }

  /** The first half is not counted: it warms the machine up. */
  private static Timings commands(Wiring house) {
    List<BenchFilling.Turn> turns = BenchFilling.turns(house.jdbi, 2 * COMMANDS);
    Stream<Runnable> calls =
        IntStream.range(0, turns.size()).mapToObj(n -> () -> answer(house, turns.get(n), n));
    return Timings.of(calls).without(turns.size() / 2);
  }

  /** As a person does at any door. */
  private static void answer(Wiring house, BenchFilling.Turn turn, int number) {
    Actor actor = house.people.person(turn.person()).orElseThrow();
    Map<String, String> given =
        Map.of(
            "ronde", String.valueOf(turn.round()),
            "texte", "Les essais avancent, la livraison reste prévue.",
            "pourcentage", "60",
            "livrable", turn.deliverable(),
            "date", turn.date().toString());
    Reply reply =
        house.desk.handle(
            new Invocation("bench:" + number, actor, "point donner", given, Source.CHAT));
    if (reply instanceof Reply.Blanks blanks)
      throw new IllegalStateException("asked for " + blanks.missing());
  }

  private void tell(String key, Object... arguments) {
    shell.err().println(shell.say(key, arguments));
  }
}
