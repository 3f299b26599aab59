package ca.greffier.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Typography;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read: the same in both languages, and well written. */
class MessagesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("greffier.root", ".."), "bot/src/main");
  private static final String HELP = "app.help.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
  private static final Pattern PLURAL = Pattern.compile("\\.(one|other)$");
  private static final Pattern KEY = Pattern.compile("^([^#\\s=]+)=");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:new"
              + " Refusal|Reply\\.said|Phrase\\.of|Typed\\.unclear)\\(\\s*\"([a-z][A-Za-z0-9_.-]*)\"");

  /** Words of English or France that a reader in Québec should not meet, and doublets in points. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(meetings?|deadlines?|e-?mails?|mails?|newsletters?|agendas?|(?:les|des|aux) minutes"
              + "|c[ée]dul\\w*|mitig\\w*|feedbacks?|kick-?off)\\b|\\p{L}·\\p{L}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final Properties french = properties(Language.FRENCH);
  private final Properties english = properties(Language.ENGLISH);

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
  }

  @Test
  void no_key_is_written_twice() {
    for (Language language : Language.values()) {
      Set<String> seen = new HashSet<>();
      for (String line : lines(language)) {
        Matcher key = KEY.matcher(line);
        if (key.find()) assertThat(seen.add(key.group(1))).as(key.group(1)).isTrue();
      }
    }
  }

  @Test
  void a_plural_has_both_its_forms_and_no_plain_one() {
    for (String key : french.stringPropertyNames()) {
      if (!PLURAL.matcher(key).find()) continue;
      String stem = PLURAL.matcher(key).replaceFirst("");
      assertThat(french.stringPropertyNames())
          .contains(stem + ".one", stem + ".other")
          .doesNotContain(stem);
    }
  }

  @Test
  void every_message_is_a_pattern_with_the_same_places_in_both_languages() {
    assertThat(places(english)).isEqualTo(places(french));
  }

  @Test
  void every_message_is_a_pattern_without_straight_apostrophe() {
    for (Properties properties : List.of(french, english)) {
      for (String key : properties.stringPropertyNames()) {
        String pattern = properties.getProperty(key);
        assertThatCode(() -> new MessageFormat(pattern, Locale.ROOT))
            .as(key)
            .doesNotThrowAnyException();
        assertThat(pattern).as(key).doesNotContain("'");
        if (!key.startsWith(HELP)) assertThat(pattern).as(key).isNotBlank();
      }
    }
  }

  @Test
  void french_messages_follow_the_typography_of_quebec() {
    List<String> faults = new ArrayList<>();
    for (String key : sorted(french)) {
      for (Typography.Fault fault : Typography.faults(text(french, key)))
        faults.add(key + ": " + fault.rule() + " at " + fault.at());
    }
    assertThat(faults).isEmpty();
  }

  /** Synonyms are understood, not shown. */
  @Test
  void french_messages_use_french_words() {
    List<String> faults = new ArrayList<>();
    for (String key : sorted(french)) {
      Matcher word = FORBIDDEN.matcher(french.getProperty(key).replaceAll("https?://\\S+", ""));
      if (!key.endsWith(".also") && word.find()) faults.add(key + ": " + word.group());
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void every_message_named_in_the_code_exists() throws IOException {
    Messages messages = Messages.load(ZoneId.of("America/Toronto"));
    Set<String> unknown = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve("java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher said = SAID.matcher(Files.readString(file));
        while (said.find()) {
          String key = said.group(1);
          if (!key.endsWith(".") && !messages.has(key) && !messages.has(key + ".one"))
            unknown.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** The numbers of the arguments of each message; the forms of a plural count together. */
  private static Map<String, Set<String>> places(Properties properties) {
    Map<String, Set<String>> places = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      String stem = PLURAL.matcher(key).replaceFirst("");
      Set<String> numbers = places.computeIfAbsent(stem, any -> new TreeSet<>());
      Matcher place = PLACEHOLDER.matcher(properties.getProperty(key));
      while (place.find()) numbers.add(place.group(1));
    }
    return places;
  }

  /** The help of the launcher writes its line breaks as {@code %n}. */
  private static String text(Properties properties, String key) {
    String text = properties.getProperty(key);
    return key.startsWith(HELP) ? text.replace("%n", "\n") : text;
  }

  private static Set<String> sorted(Properties properties) {
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static Properties properties(Language language) {
    try (var reader = Files.newBufferedReader(file(language))) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Language language) {
    try {
      return Files.readAllLines(file(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Language language) {
    return SOURCES.resolve("resources/messages_" + language.tag() + ".properties");
  }
}
