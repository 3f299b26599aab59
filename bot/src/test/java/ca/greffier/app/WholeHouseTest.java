package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Actor;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.house.CommandWords;
import ca.greffier.house.Scene;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.Dispatch;
import ca.greffier.schedule.CronTicks;
import ca.greffier.store.Store;
import ca.greffier.sweep.Sweep;
import ca.greffier.sweep.Ticks;
import ca.greffier.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronExpression;

/** What no room can check alone: all the commands, all the sweeps and all the letters together. */
class WholeHouseTest {
  private static final Path ROOT = Path.of(System.getProperty("greffier.root", ".."));
  private static final Path TEMPLATES = ROOT.resolve("mail-templates");

  /** What the name of a template looks like where a letter is written. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

  @TempDir Path data;
  private final Store store = TestStore.fresh();
  private Wiring house;

  @BeforeEach
  void build() {
    house =
        new Wiring(
            DemoHouse.config(Language.FRENCH, data, DemoHouse.Ports.NONE),
            store,
            SettableClock.at("2026-03-02T14:00:00Z"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void every_command_has_its_words_in_both_languages() {
    CommandWords.check(house.commands, house.messages);
  }

  @Test
  void every_sweep_has_a_name_of_its_own_and_hours_that_come() {
    List<Sweep> sweeps = new ArrayList<>(house.sweeps);
    sweeps.add(new Dispatch(house.jdbi, house.suppressions, List.of(), house.clock));
    assertThat(sweeps).extracting(Sweep::name).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    assertThat(sweeps)
        .allSatisfy(sweep -> assertThat(CronExpression.isValidExpression(sweep.cron())).isTrue());
  }

  /** The list of what will be sent is what is sent, when nobody answers meanwhile. */
  @Test
  void what_is_foreseen_is_what_comes() {
    store.jdbi().useHandle(handle -> handle.createScript(Scene.FOLK).execute());
    give("point lancer", Map.of("corps", "CD"));
    List<String> foreseen = new ArrayList<>();
    Reply.Together outlook = (Reply.Together) give("prevoir", Map.of("horizon", "12"));
    for (List<Object> row : ((Reply.Table) outlook.parts().getFirst()).rows())
      foreseen.add(row.get(0) + " " + house.messages.word(Language.FRENCH, row.get(1)));
    assertThat(foreseen).hasSizeGreaterThan(4);
    assertThat(comeTrue(house.clock.instant().plus(Duration.ofDays(12))))
        .containsExactlyInAnyOrderElementsOf(foreseen);
  }

  private List<String> comeTrue(Instant until) {
    List<String> come = new ArrayList<>(waiting());
    Ticks ticks = new CronTicks(house.zone);
    SettableClock clock = (SettableClock) house.clock;
    Instant now = clock.instant();
    while (true) {
      Instant from = now;
      Instant next =
          house.sweeps.stream()
              .map(sweep -> ticks.next(sweep.cron(), from))
              .min(Comparator.naturalOrder())
              .orElseThrow();
      if (next.isAfter(until)) return come;
      clock.set(next);
      for (Sweep sweep : house.sweeps)
        if (sweep.isForeseeable() && ticks.next(sweep.cron(), from).equals(next)) sweep.run(next);
      come.addAll(waiting());
      now = next;
    }
  }

  /** What waits in the outbox, taken out of it. */
  private List<String> waiting() {
    Instant now = house.clock.instant();
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        UPDATE outbox SET state = 'sent' WHERE state = 'waiting'
                        RETURNING addressee, greatest(not_before, :now)
                        """)
                    .bind("now", now)
                    .map(
                        (row, _) ->
                            row.getObject(2, java.time.OffsetDateTime.class).toInstant()
                                + " "
                                + (row.getString(1).contains("@") ? "" : "salon ")
                                + row.getString(1))
                    .list());
  }

  private Reply give(String command, Map<String, String> given) {
    Actor camille = house.people.identity(Identity.email(Scene.CAMILLE)).orElseThrow();
    return house.desk.handle(
        new Invocation("test:" + command, camille, command, given, Map.of(), Source.CONSOLE));
  }

  @Test
  void every_letter_compiles_in_both_languages() throws IOException {
    Doors.templates(house).check();
    assertThat(files(Language.ENGLISH)).isEqualTo(files(Language.FRENCH));
  }

  @Test
  void every_template_is_written_by_somebody() throws IOException {
    assertThat(literals()).containsAll(files(Language.FRENCH));
  }

  private static Set<String> files(Language language) throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES.resolve(language.tag()))) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString().replace(".md", "")));
      return names;
    }
  }

  /** In the rooms' files that make letters; the demonstration only counts them. */
  private static Set<String> literals() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("bot/src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (!source.contains("Letter") || source.startsWith("package ca.greffier.app;")) continue;
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) found.add(literal.group(1));
      }
    }
    return found;
  }
}
