package ca.greffier.mail;

import ca.greffier.command.Desk.Opened;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.text.Courtesies;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blanks of an Ask filled by a person's own words: lines {@code Label : value} fill the blank
 * of that name, label or other name, in either language; what is left fills the only blank that
 * must have a value, or else the one for free words.
 */
record Filled(Map<String, String> values, List<Param<?>> missing) {
  private static final Pattern LINE = Pattern.compile("^[\\s*•-]*([^:=]{1,60}?)\\s*[:=]\\s*(.+)$");
  private static final Pattern PUNCTUATION =
      Pattern.compile("^[\\p{Punct}\\s«»]+|[\\p{Punct}\\s«»]+$");

  static Filled of(Opened opened, String words, Messages messages) {
    List<Param<?>> blanks = opened.blanks();
    Map<String, String> values = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>();
    for (String line : words.lines().toList()) {
      if (!fill(blanks, line.replace('\u00a0', ' '), values, messages)) rest.add(line);
    }
    Map<String, String> known = new HashMap<>(opened.ask().given());
    known.putAll(values);
    taker(blanks, known, values.isEmpty())
        .ifPresent(
            blank -> {
              String left = String.join("\n", rest).strip();
              if (!blank.isNeeded(known) && !values.isEmpty()) left = Courtesies.without(left);
              if (!left.isEmpty()) values.put(blank.name(), value(blank, left));
            });
    known.putAll(values);
    return new Filled(values, missing(blanks, known));
  }

  /** The blank that takes the words without a label. */
  private static Optional<Param<?>> taker(
      List<Param<?>> blanks, Map<String, String> known, boolean alone) {
    List<Param<?>> open = missing(blanks, known);
    if (open.isEmpty() && alone && blanks.size() == 1) return Optional.of(blanks.getFirst());
    List<Param<?>> always = open.stream().filter(Param::required).toList();
    if (!always.isEmpty())
      return always.size() == 1 ? Optional.of(always.getFirst()) : Optional.empty();
    Optional<Param<?>> free = Optional.empty();
    for (Param<?> blank : blanks) {
      boolean takes = blank.kind().shape() == Shape.LONG_TEXT && blank.isAsked(known);
      if (takes && isEmpty(blank, known) && free.isEmpty()) free = Optional.of(blank);
    }
    return free.isPresent() || open.size() != 1 ? free : Optional.of(open.getFirst());
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
      for (String part : List.of("label", "name", "also")) {
        String key = "param." + blank.name() + "." + part;
        if (!messages.has(key)) continue;
        String names = messages.say(language, key);
        for (String name : part.equals("also") ? names.split(",") : new String[] {names}) {
          if (Folded.of(name).equals(label)) return true;
        }
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
    if (!Courtesies.isGreeting(line)) return false;
    try {
      blank.kind().parse(line);
      return false;
    } catch (Refusal noAnswer) {
      return true;
    }
  }

  private static List<Param<?>> missing(List<Param<?>> blanks, Map<String, String> known) {
    List<Param<?>> missing = new ArrayList<>();
    for (Param<?> blank : blanks) {
      if (blank.isNeeded(known) && isEmpty(blank, known)) missing.add(blank);
    }
    return missing;
  }

  private static boolean isEmpty(Param<?> blank, Map<String, String> known) {
    return known.getOrDefault(blank.name(), "").isBlank();
  }
}
