package ca.greffier.poll;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.text.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody says of the dates, in a line, French or English: {@code 1 oui, 2 au besoin, 3 non};
 * {@code 1 et 3} (the others are no); {@code oui non oui}, in their order; {@code toutes}; {@code
 * aucune}. The last thing said of a date counts.
 */
final class VoteWords implements Kind<VoteWords.Votes> {
  /** What every date is that is not named. */
  private static final int EACH = 0;

  private static final int MOST_REPEATED = 80;

  private static final Pattern ALL =
      Pattern.compile("tou(?:te)?s?(?: me convien\\w+)?|n'importe laquelle|all|any(?: of them)?");
  private static final Pattern NONE = Pattern.compile("aucune?|none|pas libre|non|no");
  private static final Pattern NEEDED =
      Pattern.compile("(?:au|si)[ -]?besoin|s'il le faut|peut[ -]etre|if (?:need be|needed)|maybe");
  private static final Pattern YES = Pattern.compile("oui|yes|ok|libre|disponible|free");
  private static final Pattern NO = Pattern.compile("non|no|pas libre|absente?|indisponible");
  private static final Pattern NUMBERED =
      Pattern.compile("(?:la |le |date |n° ?|no )?(\\d{1,2})(?: ?[:=-]? ?(\\D+))?");
  private static final Pattern SEPARATOR = Pattern.compile("[,;/\\n]+| et | and ");

  /**
   * What was said, by the number of the date; under 0, of each date that is not named.
   *
   * @param inOrder whether it was said of the dates in their order, without numbers: then there are
   *     as many as there are dates
   */
  record Votes(Map<Integer, Says> by, boolean inOrder) {
    Says of(int number) {
      return by.getOrDefault(number, by.getOrDefault(EACH, Says.NO));
    }

    int highest() {
      return by.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /** The whole, or else the first line that says something of the dates: a mail has greetings. */
  @Override
  public Votes parse(String typed) {
    return read(typed)
        .or(() -> typed.lines().map(VoteWords::read).flatMap(Optional::stream).findFirst())
        .orElseThrow(() -> new Refusal("poll.words", shortened(typed)));
  }

  private static String shortened(String typed) {
    String line = typed.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_REPEATED ? line : line.substring(0, MOST_REPEATED) + "…";
  }

  private static Optional<Votes> read(String typed) {
    String text = Folded.of(typed).replaceFirst("[.!]+$", "").strip();
    if (ALL.matcher(text).matches()) return Optional.of(new Votes(Map.of(EACH, Says.YES), false));
    if (NONE.matcher(text).matches()) return Optional.of(new Votes(Map.of(EACH, Says.NO), false));
    return numbered(text).or(() -> inOrder(text));
  }

  private static Optional<Votes> numbered(String text) {
    Map<Integer, Says> by = new TreeMap<>();
    for (String part : SEPARATOR.split(text)) {
      if (part.isBlank()) continue;
      Matcher one = NUMBERED.matcher(part.strip());
      if (!one.matches()) return Optional.empty();
      Optional<Says> says =
          one.group(2) == null ? Optional.of(Says.YES) : says(one.group(2).strip());
      if (says.isEmpty()) return Optional.empty();
      by.put(Integer.parseInt(one.group(1)), says.get());
    }
    return by.isEmpty() || by.containsKey(EACH)
        ? Optional.empty()
        : Optional.of(new Votes(by, false));
  }

  private static Optional<Votes> inOrder(String text) {
    List<Says> all = new ArrayList<>();
    String parts =
        text.contains(",") ? text : text.replace("au besoin", "au-besoin").replace(' ', ',');
    for (String part : SEPARATOR.split(parts)) {
      if (part.isBlank()) continue;
      Optional<Says> says = says(part.strip());
      if (says.isEmpty()) return Optional.empty();
      all.add(says.get());
    }
    Map<Integer, Says> by = new TreeMap<>();
    for (Says each : all) by.put(by.size() + 1, each);
    return by.isEmpty() ? Optional.empty() : Optional.of(new Votes(by, true));
  }

  private static Optional<Says> says(String word) {
    if (NEEDED.matcher(word).matches()) return Optional.of(Says.IF_NEEDED);
    if (YES.matcher(word).matches()) return Optional.of(Says.YES);
    return NO.matcher(word).matches() ? Optional.of(Says.NO) : Optional.empty();
  }

  @Override
  public String write(Votes votes) {
    if (votes.by().containsKey(EACH)) return votes.of(EACH) == Says.YES ? "toutes" : "aucune";
    return votes.by().entrySet().stream()
        .map(
            each ->
                votes.inOrder()
                    ? word(each.getValue())
                    : each.getKey() + " " + word(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Says says) {
    return switch (says) {
      case YES -> "oui";
      case IF_NEEDED -> "au besoin";
      case NO -> "non";
    };
  }

  @Override
  public Shape shape() {
    return Shape.TEXT;
  }
}
