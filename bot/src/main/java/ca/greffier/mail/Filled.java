package ca.greffier.mail;

import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blanks of an Ask filled by a person's own words: lines {@code Label : value} fill the blank
 * of that name or label, in either language; what is left fills the only blank that still needs a
 * value.
 */
record Filled(Map<String, String> values, List<Param<?>> missing) {
  private static final Pattern LINE = Pattern.compile("^[\\s*•-]*([^:=]{1,60}?)\\s*[:=]\\s*(.+)$");
  private static final Pattern PUNCTUATION =
      Pattern.compile("^[\\p{Punct}\\s«»]+|[\\p{Punct}\\s«»]+$");

  /** A line that only greets: "Bonjour Greffier". */
  private static final Pattern GREETING =
      Pattern.compile(
          "(bonjour|bonsoir|salut|allo|chere?s?|hello|hi|hey|dear|good (morning|afternoon|evening))"
              + "( [\\p{L}.'-]+){0,4}");

  static Filled of(List<Param<?>> blanks, String words, Messages messages) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>();
    for (String line : words.lines().toList()) {
      if (!fill(blanks, line.replace('\u00a0', ' '), values, messages)) rest.add(line);
    }
    String left = String.join("\n", rest).strip();
    List<Param<?>> open = missing(blanks, values);
    if (open.isEmpty() && values.isEmpty() && blanks.size() == 1) open = List.copyOf(blanks);
    if (open.size() == 1 && !left.isEmpty())
      values.put(open.getFirst().name(), value(open.getFirst(), left));
    return new Filled(values, missing(blanks, values));
  }

  private static boolean fill(
      List<Param<?>> blanks, String line, Map<String, String> values, Messages messages) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) return false;
    String label = Folded.of(matcher.group(1));
    for (Param<?> blank : blanks) {
      if (!isNamed(blank, label, messages) || values.containsKey(blank.name())) continue;
      values.put(blank.name(), value(blank, matcher.group(2)));
      return true;
    }
    return false;
  }

  private static boolean isNamed(Param<?> blank, String label, Messages messages) {
    if (label.equals(blank.name())) return true;
    for (Language language : Language.values()) {
      for (String part : List.of("label", "name")) {
        String key = "param." + blank.name() + "." + part;
        if (messages.has(key) && Folded.of(messages.say(language, key)).equals(label)) return true;
      }
    }
    return false;
  }

  /** Of a closed list, the first line without its punctuation: "Oui!", under a greeting or not. */
  private static String value(Param<?> blank, String words) {
    if (blank.kind().shape() != Shape.CHOICE) return words.strip();
    List<String> lines =
        words
            .lines()
            .map(line -> PUNCTUATION.matcher(line).replaceAll(""))
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) return "";
    boolean greets = lines.size() > 1 && isGreeting(blank, lines.getFirst());
    return lines.get(greets ? 1 : 0);
  }

  /** "Bonjour oui" greets too, but it answers. */
  private static boolean isGreeting(Param<?> blank, String line) {
    if (!GREETING.matcher(Folded.of(line)).matches()) return false;
    try {
      blank.kind().parse(line);
      return false;
    } catch (Refusal noAnswer) {
      return true;
    }
  }

  private static List<Param<?>> missing(List<Param<?>> blanks, Map<String, String> values) {
    List<Param<?>> missing = new ArrayList<>();
    for (Param<?> blank : blanks) {
      if (blank.required() && values.getOrDefault(blank.name(), "").isBlank()) missing.add(blank);
    }
    return missing;
  }
}
