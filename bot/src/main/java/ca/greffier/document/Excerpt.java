package ca.greffier.document;

import static java.util.stream.Collectors.joining;

import ca.greffier.text.Folded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a text where the searched words are, each of them « marked ». A word is one of them
 * when it begins as a stem does and is not much longer: what the database does with whole
 * dictionaries is guessed here, quickly, for display only.
 */
final class Excerpt {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int BEFORE = 60;
  private static final int LENGTH = 180;
  private static final int MOST_PLACES = 2;
  private static final String CUT = "…";

  private final List<String> stems;

  /** So that most words are passed over quickly. */
  private final String initials;

  /**
   * @param stems as the database makes them, with or without accents
   */
  Excerpt(List<String> stems) {
    this.stems = stems.stream().map(Folded::of).filter(stem -> !stem.isEmpty()).toList();
    this.initials = this.stems.stream().map(stem -> stem.substring(0, 1)).collect(joining());
  }

  /** The first place, and another one if the first does not have every word; or the beginning. */
  String of(String text) {
    List<String> places = new ArrayList<>();
    Set<String> missing = new HashSet<>(stems);
    int end = 0;
    Matcher word = WORD.matcher(text);
    while (places.size() < MOST_PLACES && !missing.isEmpty() && word.find(end)) {
      int hit = next(word, missing);
      if (hit < 0) break;
      int start = Math.max(end, wordStart(text, hit - BEFORE));
      end = wordEnd(text, start + LENGTH);
      places.add((start > 0 ? CUT + " " : "") + marked(text.substring(start, end), missing));
    }
    if (places.isEmpty()) {
      end = wordEnd(text, LENGTH);
      places.add(text.substring(0, end));
    }
    return String.join(" ", places).strip() + (end < text.length() ? " " + CUT : "");
  }

  /** Where the next word with one of these stems begins, from the word just found; -1 if none. */
  private int next(Matcher word, Set<String> wanted) {
    do {
      if (stem(word.group()).filter(wanted::contains).isPresent()) return word.start();
    } while (word.find());
    return -1;
  }

  private String marked(String place, Set<String> missing) {
    return WORD.matcher(place)
        .replaceAll(
            found -> {
              stem(found.group()).ifPresent(missing::remove);
              return stem(found.group()).isPresent()
                  ? "«\u00a0" + found.group() + "\u00a0»"
                  : found.group();
            });
  }

  private Optional<String> stem(String word) {
    char first = Character.toLowerCase(word.charAt(0));
    if (first < 128 && initials.indexOf(first) < 0) return Optional.empty();
    String folded = Folded.of(word);
    return stems.stream()
        .filter(stem -> folded.startsWith(stem))
        .filter(stem -> folded.length() - stem.length() <= Math.max(2, stem.length() - 1))
        .findFirst();
  }

  private static int wordStart(String text, int from) {
    if (from <= 0) return 0;
    int space = text.indexOf(' ', from);
    return space < 0 ? from : space + 1;
  }

  private static int wordEnd(String text, int to) {
    if (to >= text.length()) return text.length();
    int space = text.lastIndexOf(' ', to);
    return space <= 0 ? to : space;
  }
}
