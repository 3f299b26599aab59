package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.house.CommandWords;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.outbox.Dispatch;
import ca.greffier.store.Store;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
