package ca.greffier.directory;

import ca.greffier.text.Courtesies;
import ca.greffier.text.Folded;
import ca.greffier.text.Typed;
import ca.greffier.text.TypedDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Own words that say that their writer is away, and until when: {@code je suis absente jusqu'au 12
 * mars}. Narrow on purpose: an answer that says anything else besides is no absence, as nobody must
 * be forgotten because of a sentence that looks like one.
 */
public final class AbsenceWords {
  private static final String AWAY =
      "(?:je (?:suis|serai) )?(?:absente?|en (?:vacances|conge|voyage|deplacement)|a l'exterieur"
          + "|a l'etranger|hors du bureau|indisponible)";
  private static final String AWAY_IN_ENGLISH =
      "(?:i(?:'m| am| will be|'ll be) )?(?:away|absent|unavailable"
          + "|on (?:vacation|leave|holidays?)|out of (?:the )?office)";
  private static final String DATE = "[\\p{L}\\d ,-]{1,40}?";
  private static final String INCLUDED = "(?: inclus(?:ivement)?| included)?";
  private static final List<Pattern> SAYINGS =
      List.of(
          Pattern.compile(AWAY + " jusqu'(?:au|a) (?<end>" + DATE + ")" + INCLUDED),
          Pattern.compile(
              AWAY + " du (?<start>" + DATE + ") (?:au|jusqu'au) (?<end>" + DATE + ")" + INCLUDED),
          Pattern.compile(
              "(?:" + AWAY + "[,;.]? )?(?:je (?:suis|serai) )?de retour (?<back>" + DATE + ")"),
          Pattern.compile(
              AWAY_IN_ENGLISH + " (?:until|till|through) (?<end>" + DATE + ")" + INCLUDED),
          Pattern.compile(
              AWAY_IN_ENGLISH
                  + " from (?<start>"
                  + DATE
                  + ") (?:to|until|through) (?<end>"
                  + DATE
                  + ")"
                  + INCLUDED),
          Pattern.compile(
              "(?:"
                  + AWAY_IN_ENGLISH
                  + "[,;.]? (?:and )?)?(?:i(?:'m| am| will be|'ll be) )?back (?<back>"
                  + DATE
                  + ")"));
  private static final Pattern ENDS = Pattern.compile("[\\s.!]+$");
  private static final Pattern DAY_ALONE = Pattern.compile("\\d{1,2}(?:er)?");
  private static final Pattern MONTH_FIRST = Pattern.compile("\\p{L}+");

  private AbsenceWords() {}

  /** From when to when, both days included. */
  public record Span(LocalDate starts, LocalDate ends) {}

  /** Empty when the words say anything else, or no date that can be read and is to come. */
  public static Optional<Span> read(String words, LocalDate today) {
    String own = ENDS.matcher(Folded.of(Courtesies.without(words))).replaceAll("");
    for (Pattern saying : SAYINGS) {
      Matcher matcher = saying.matcher(own);
      if (!matcher.matches()) continue;
      Optional<Span> span = span(matcher, today);
      if (span.isPresent()) return span;
    }
    return Optional.empty();
  }

  private static Optional<Span> span(Matcher matcher, LocalDate today) {
    Optional<LocalDate> back = group(matcher, "back").flatMap(date -> date(date, today));
    Optional<String> end = group(matcher, "end");
    Optional<LocalDate> ends =
        back.map(day -> day.minusDays(1)).or(() -> end.flatMap(date -> date(date, today)));
    Optional<String> start = group(matcher, "start").map(typed -> whole(typed, end.orElse("")));
    Optional<LocalDate> starts =
        start.isEmpty() ? Optional.of(today) : start.flatMap(date -> date(date, today));
    if (starts.isEmpty() || ends.isEmpty()) return Optional.empty();
    boolean sound =
        !ends.get().isBefore(starts.get()) && !ends.get().isAfter(today.plusYears(1).minusDays(1));
    return sound ? Optional.of(new Span(starts.get(), ends.get())) : Optional.empty();
  }

  /** « du 3 au 12 mars », "from March 3 to 12" is refused: the month stands with the last day. */
  private static String whole(String start, String end) {
    if (!DAY_ALONE.matcher(start).matches() || MONTH_FIRST.matcher(end).lookingAt()) return start;
    return start + end.replaceFirst("^\\d{1,2}(?:er)?", "");
  }

  private static Optional<LocalDate> date(String typed, LocalDate today) {
    return TypedDate.read(typed, today) instanceof Typed.Value<LocalDate>(LocalDate date)
        ? Optional.of(date)
        : Optional.empty();
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name)
        ? Optional.ofNullable(matcher.group(name))
        : Optional.empty();
  }
}
