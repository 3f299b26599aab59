package ca.greffier.config;

import ca.greffier.text.Nearest;
import ca.greffier.text.Phrase;
import com.sanctionco.jmail.JMail;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file being read. Each reader takes one key and notes what is wrong with it,
 * answering with something harmless; {@link #end} notes the keys that nobody took.
 */
final class Section {
  private final String path;
  private final Map<String, Node> entries;
  private final Map<String, String> environment;
  private final Path folder;
  private final List<Phrase> faults;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param path the keys that lead here: {@code smtp.}, or nothing
   * @param folder what relative paths start from
   */
  Section(
      String path,
      Map<String, Node> entries,
      Map<String, String> environment,
      Path folder,
      List<Phrase> faults) {
    this.path = path;
    this.entries = entries;
    this.environment = environment;
    this.folder = folder;
    this.faults = faults;
  }

  /** A section that must be there; when it is not, its keys are not missed one by one. */
  Section section(String key) {
    return optionalSection(key)
        .orElseGet(
            () -> {
              missing(key);
              return inside(key, Map.of(), new ArrayList<>());
            });
  }

  Optional<Section> optionalSection(String key) {
    return switch (take(key)) {
      case Node.Mapping mapping -> Optional.of(inside(key, mapping.entries(), faults));
      case null -> Optional.empty();
      case Node other -> {
        fault("config.section", other.line(), path + key);
        yield Optional.of(inside(key, Map.of(), new ArrayList<>()));
      }
    };
  }

  String text(String key) {
    return find(key).orElseGet(() -> missing(key));
  }

  Optional<String> find(String key) {
    return switch (take(key)) {
      case Node.Text text when !text.text().isBlank() -> Optional.of(text.text().strip());
      case Node.Text _ -> Optional.empty();
      case null -> Optional.empty();
      case Node other -> {
        fault("config.value", other.line(), path + key);
        yield Optional.of("");
      }
    };
  }

  int port(String key, int otherwise) {
    return parsed(key, "config.port", Section::parsePort).orElse(otherwise);
  }

  Duration seconds(String key, int otherwise) {
    return parsed(key, "config.seconds", Section::parseSeconds)
        .orElse(Duration.ofSeconds(otherwise));
  }

  int wholeNumber(String key, int least, int most, int otherwise) {
    Optional<String> written = find(key);
    if (written.isEmpty()) return otherwise;
    try {
      int number = Integer.parseInt(written.get());
      if (number >= least && number <= most) return number;
    } catch (NumberFormatException notOne) {
      // said below
    }
    fault("config.number", line(key), path + key, written.get(), least, most);
    return otherwise;
  }

  /** A whole number under each of the keys of a section, whatever they are, in lower case. */
  Map<String, Integer> wholeNumbers(String key, int least, int most) {
    Map<String, Integer> numbers = new TreeMap<>();
    optionalSection(key)
        .ifPresent(
            section -> {
              for (String each : section.entries.keySet())
                numbers.put(
                    each.toLowerCase(Locale.ROOT), section.wholeNumber(each, least, most, most));
            });
    return numbers;
  }

  @Nullable LocalDate date(String key) {
    return parsed(key, "config.date", LocalDate::parse).orElse(null);
  }

  LocalTime time(String key, LocalTime otherwise) {
    return parsed(key, "config.time", LocalTime::parse).orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) {
    return parsed(key, "config.flag", Section::parseFlag).orElse(otherwise);
  }

  ZoneId zone(String key, ZoneId otherwise) {
    return parsed(key, "config.zone", ZoneId::of).orElse(otherwise);
  }

  String address(String key) {
    return optionalAddress(key).orElseGet(() -> find(key).orElseGet(() -> missing(key)));
  }

  Optional<String> optionalAddress(String key) {
    return parsed(key, "config.address", text -> JMail.isValid(text) ? text : null);
  }

  Optional<URI> url(String key, String... schemes) {
    return parsed(key, "config.url." + schemes[0], text -> parseUrl(text, Set.of(schemes)));
  }

  Path path(String key, Path otherwise) {
    return folder.resolve(find(key).map(Path::of).orElse(otherwise)).normalize();
  }

  /** One of a few words: the names of the constants, in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    return choice(key, Arrays.asList(type.getEnumConstants()), Section::word).orElse(otherwise);
  }

  <T> Optional<T> choice(String key, List<T> values, Function<T, String> word) {
    Optional<String> written = find(key);
    if (written.isEmpty()) return Optional.empty();
    for (T value : values) {
      if (word.apply(value).equals(written.get())) return Optional.of(value);
    }
    String words = String.join(", ", values.stream().map(word).toList());
    fault("config.choice", line(key), path + key, written.get(), words);
    return Optional.empty();
  }

  Secret secret(String key) {
    return optionalSecret(key)
        .orElseGet(
            () -> {
              missing(key);
              return new Secret("");
            });
  }

  Optional<Secret> optionalSecret(String key) {
    return switch (take(key)) {
      case null -> Optional.empty();
      case Node.Mapping mapping -> Optional.of(secret(key, mapping));
      case Node other -> {
        fault("config.secret.literal", other.line(), path + key);
        yield Optional.of(new Secret(""));
      }
    };
  }

  /** Notes that two settings do not go together. */
  void fault(String message, Object... arguments) {
    faults.add(Phrase.of(message, arguments));
  }

  int line(String key) {
    Node node = entries.get(key);
    return node == null ? 1 : node.line();
  }

  /** Notes every key that no reader asked for. */
  void end() {
    entries.forEach(
        (key, node) -> {
          if (known.contains(key)) return;
          fault("config.unknown", node.line(), path + key, path + Nearest.closest(key, known));
        });
  }

  private Secret secret(String key, Node.Mapping mapping) {
    Section form = inside(key, mapping.entries(), faults);
    Optional<String> variable = form.find("env");
    Optional<String> file = form.find("file");
    form.end();
    if (variable.isPresent() == file.isPresent()) {
      fault("config.secret.literal", mapping.line(), path + key);
      return new Secret("");
    }
    return variable
        .map(name -> Secret.ofVariable(environment, name))
        .orElseGet(() -> Secret.ofFile(folder.resolve(file.orElse(""))))
        .orElseGet(
            () -> {
              variable.ifPresent(
                  name -> fault("config.secret.env", mapping.line(), path + key, name));
              file.ifPresent(name -> fault("config.secret.file", mapping.line(), path + key, name));
              return new Secret("");
            });
  }

  private Section inside(String key, Map<String, Node> inner, List<Phrase> notes) {
    return new Section(path + key + ".", inner, environment, folder, notes);
  }

  private @Nullable Node take(String key) {
    known.add(key);
    Node node = entries.get(key);
    return node instanceof Node.Nothing ? null : node;
  }

  private String missing(String key) {
    fault("config.missing", path + key);
    return "";
  }

  /** A value, or nothing and a note when it is not one. */
  private <T> Optional<T> parsed(String key, String message, Function<String, @Nullable T> parse) {
    Optional<String> written = find(key);
    if (written.isEmpty() || written.get().isEmpty()) return Optional.empty();
    T value = null;
    try {
      value = parse.apply(written.get());
    } catch (DateTimeException | NumberFormatException notOne) {
      value = null;
    }
    if (value == null) fault(message, line(key), path + key, written.get());
    return Optional.ofNullable(value);
  }

  private static @Nullable Integer parsePort(String text) {
    int port = Integer.parseInt(text);
    return port >= 1 && port <= 65_535 ? port : null;
  }

  private static @Nullable Duration parseSeconds(String text) {
    int seconds = Integer.parseInt(text);
    return seconds >= 1 && seconds <= 3_600 ? Duration.ofSeconds(seconds) : null;
  }

  private static @Nullable Boolean parseFlag(String text) {
    return switch (text) {
      case "true", "oui", "yes" -> true;
      case "false", "non", "no" -> false;
      default -> null;
    };
  }

  private static @Nullable URI parseUrl(String text, Set<String> schemes) {
    try {
      URI url = new URI(text);
      boolean right =
          url.getScheme() != null && schemes.contains(url.getScheme()) && url.getHost() != null;
      return right ? url : null;
    } catch (URISyntaxException notOne) {
      return null;
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
